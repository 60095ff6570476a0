package org.jointflights.application.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A flight in the list, with what it waits for as far as the reader may know it.
 *
 * @param waits the most pressing first
 * @param failed whether an automatic step has failed and waits for an administrator
 */
public record ListedFlight(FlightRow flight, List<Wait> waits, boolean failed) {

    /** The same with equal tasks of several groups as one, so that ten states that are asked make one line. */
    public List<Wait> grouped() {
        return grouped(waits);
    }

    /** The same of any waits. */
    public static List<Wait> grouped(List<Wait> waits) {
        List<Wait> grouped = new ArrayList<>();
        for (Wait wait : waits) {
            int alike = IntStream.range(0, grouped.size())
                    .filter(i -> grouped.get(i).isAlike(wait))
                    .findFirst()
                    .orElse(-1);
            if (alike < 0) {
                grouped.add(wait);
            } else {
                grouped.set(alike, grouped.get(alike).with(wait));
            }
        }
        return grouped;
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
