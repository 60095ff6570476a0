package org.jointflights.domain.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an open task is told of.
 *
 * @param remindAt when those who may do it are reminded, or nothing
 * @param escalateAt when others are told that nobody did it, or nothing
 * @param goesOn whether it goes on while the flight is suspended
 */
public record TaskClock(
        @Nullable Instant remindAt, @Nullable Instant escalateAt, boolean goesOn) {

    /** Of a task about which the model tells people itself, or nobody. */
    public static final TaskClock NONE = new TaskClock(null, null, false);
}
