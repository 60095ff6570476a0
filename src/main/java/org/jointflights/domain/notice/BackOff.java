package org.jointflights.domain.notice;

import java.time.Duration;
import java.util.List;

/** How long a mail waits after the mail server did not take it: longer each time, and in the end it is given up. */
public final class BackOff {

    /** So many attempts are made, over a day and a half. */
    public static final int ATTEMPTS = 13;

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private BackOff() {}

    /** How long to wait after that many attempts, at least one. */
    public static Duration after(int attempts) {
        return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
    }

    /** Whether nothing more is tried after that many. */
    public static boolean isOver(int attempts) {
        return attempts >= ATTEMPTS;
    }
}
