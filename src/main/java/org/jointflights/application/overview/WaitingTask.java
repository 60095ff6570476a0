package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Set;
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
 * @param isConfidential whether only those who may do it know of it
 */
public record WaitingTask(
        String id,
        String task,
        SortedSet<String> groups,
        Instant since,
        @Nullable Instant due,
        @Nullable String claimedBy,
        boolean isEndedByAct,
        boolean isConfidential) {

    /** One that whoever sees the flight may know of. */
    public WaitingTask(
            String id,
            String task,
            SortedSet<String> groups,
            Instant since,
            @Nullable Instant due,
            @Nullable String claimedBy,
            boolean isEndedByAct) {
        this(id, task, groups, since, due, claimedBy, isEndedByAct, false);
    }

    /** Whether somebody of these groups may know that the flight waits for it. */
    boolean isKnownTo(Set<String> others) {
        return !isConfidential || groups.stream().anyMatch(others::contains);
    }

    /** What people call it. */
    public Sentence name() {
        return Sentence.of("step." + task);
    }
}
