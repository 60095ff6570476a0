package org.jointflights.application.desk;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * An open task of the reader's, with the flight that it is of.
 *
 * @param id the engine's
 * @param task which task it is; the same for every flight
 * @param airports of the route, in flying order
 * @param groups the reader's for which it waits
 * @param due when it must be done, or nothing
 * @param claimedBy who has taken it on, or nothing
 */
public record DeskTask(
        String id,
        String task,
        OperationReference reference,
        String destination,
        List<String> airports,
        ZonedDateTime departure,
        List<String> groups,
        Instant since,
        @Nullable Instant due,
        @Nullable String claimedBy) {

    public DeskTask {
        airports = List.copyOf(airports);
        groups = List.copyOf(groups);
    }

    /** What people call it. */
    public Sentence name() {
        return Sentence.of("step." + task);
    }

    /** Whether it was to be done by then. */
    public boolean isLate(Instant now) {
        return due != null && due.isBefore(now);
    }
}
