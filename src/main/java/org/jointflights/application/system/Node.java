package org.jointflights.application.system;

import java.time.Duration;
import java.time.Instant;

/**
 * A node as it last said itself that it runs.
 *
 * @param id a new one with each start
 * @param version of the application; empty where it runs unpackaged
 * @param started by the database's clock, as is {@code lastSeen}
 * @param clockAhead by how many seconds its own clock was ahead of the database's; below nought it was behind
 */
public record Node(
        String id, String host, int port, String version, Instant started, Instant lastSeen, long clockAhead) {

    /** Four signs of life that did not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whether its clock differs so much that it takes no automatic steps. */
    public boolean isClockWrong() {
        return CompareClocks.isWrong(Duration.ofSeconds(clockAhead));
    }

    public boolean isGone(Instant now) {
        return lastSeen.plus(PATIENCE).isBefore(now);
    }
}
