package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.deadlines.TaskClock;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that are open, kept beside the flights so that lists are chosen, sorted and cut where they are stored: written in
 * the transaction in which a task comes, is taken on or goes.
 */
public interface OpenTasks {

    void opened(OperationReference reference, WaitingTask task, TaskClock clock);

    /** One of which nobody is told. */
    default void opened(OperationReference reference, WaitingTask task) {
        opened(reference, task, TaskClock.NONE);
    }

    /** Taken on by somebody, or given back by everybody. */
    void claimed(String task, @Nullable String by);

    /** Its deadline was moved, and with it when people are told of it. */
    void dueAnew(String task, @Nullable Instant due, TaskClock clock);

    /**
     * Done, or ended by something else; for how long its flight waited is kept. A task that is not there is none, and one that
     * came within the same transaction was not waited for.
     */
    void closed(String task, Instant now);

    /** Those of these flights, the oldest first; a flight that waits for nobody is not in it. */
    Map<OperationReference, List<WaitingTask>> of(Collection<OperationReference> flights);

    /** Those that nobody has taken on and nobody was told of, the oldest first. */
    List<TaskOfFlight> untold(int most);

    /** Says that its groups were told; false if somebody else has said so. */
    boolean told(String task);

    /** One that is open. */
    Optional<TaskOfFlight> find(String task);

    /** How many of these groups' were to be done by now. */
    int overdueOf(Collection<String> groups, Instant now);

    /** Whether there is none at all. */
    boolean isEmpty();

    /** An open task and whose it is. */
    record TaskOfFlight(OperationReference reference, WaitingTask task) {}
}
