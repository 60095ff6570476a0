package org.jointflights.application.overview;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param id the engine's
 * @param task which task it is; the same for every flight
 * @param name as the model has it
 * @param groups whose members may do it
 * @param due when it must be done, or nothing
 * @param claimedBy who has taken it on, or nothing
 * @param isEndedByAct whether an act on the flight's page ends it although nobody does it
 */
public record WaitingTask(
        String id,
        String task,
        String name,
        SortedSet<String> groups,
        Instant since,
        @Nullable Instant due,
        @Nullable String claimedBy,
        boolean isEndedByAct) {}
