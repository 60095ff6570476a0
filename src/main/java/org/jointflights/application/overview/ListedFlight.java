package org.jointflights.application.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flight in the list, with what it waits for as far as the reader may know it.
 *
 * @param waits the most pressing first
 * @param failed whether an automatic step has failed and waits for an administrator
 */
public record ListedFlight(FlightRow flight, List<Wait> waits, boolean failed) {

    /** What it waits for with equal tasks of several groups as one. */
    public List<Wait> grouped() {
        return Wait.grouped(waits);
    }

    /** Whether it is late or has failed, as far as the reader may know: such flights are listed first. */
    boolean isPressing() {
        return failed || isOverdue();
    }

    public boolean isOverdue() {
        return waits.stream().anyMatch(Wait::overdue);
    }

    /** Whether the reader could do one of the open tasks. */
    public boolean isMine() {
        return waits.stream().anyMatch(Wait::mine);
    }

    /** Since when the oldest task that the reader may know of has waited, or nothing. */
    public @Nullable Instant waitsSince() {
        return waits.stream()
                .map(Wait::task)
                .filter(task -> task != null)
                .map(WaitingTask::since)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
