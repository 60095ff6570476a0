package org.jointflights.application.example;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/** The open tasks by what is still to come of their dates. */
public interface ComingTasks {

    /** When somebody is reminded of one, or others are told of it, the first time after that moment. */
    Optional<Instant> nextTelling(Instant after);

    /** The task of each flight that is due first after that moment, unless it is confidential; the earliest first. */
    List<ComingTask> firstDue(Instant after);

    /**
     * One of them.
     *
     * @param task which task it is; the same for every flight
     * @param groups whose members may do it
     */
    record ComingTask(OperationReference flight, String task, SortedSet<String> groups, Instant due) {

        /** What people call it. */
        public Sentence name() {
            return Sentence.of("step." + task);
        }
    }
}
