package org.jointflights.application.overview;

import java.time.Instant;
import java.util.SortedSet;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param id the engine's
 * @param task which task it is; the same for every flight
 * @param groups whose members may do it
 * @param due when it must be done, or nothing
 * @param claimedBy who has taken it on, or nothing
 * @param isEndedByAct whether an act on the flight's page ends it although nobody does it
 */
public record WaitingTask(
        String id,
        String task,
        SortedSet<String> groups,
        Instant since,
        @Nullable Instant due,
        @Nullable String claimedBy,
        boolean isEndedByAct) {

    /** What people call it. */
    public Sentence name() {
        return Sentence.of("step." + task);
    }
}
