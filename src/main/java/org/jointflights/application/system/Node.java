package org.jointflights.application.system;

import java.time.Duration;
import java.time.Instant;

/**
 * A node as it last said itself that it runs.
 *
 * @param id a new one with each start
 * @param version of the application; empty where it runs unpackaged
 */
public record Node(String id, String host, int port, String version, Instant started, Instant lastSeen) {

    /** Four signs of life that did not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public boolean isGone(Instant now) {
        return lastSeen.plus(PATIENCE).isBefore(now);
    }
}
