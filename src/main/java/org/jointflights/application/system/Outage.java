package org.jointflights.application.system;

import java.time.Duration;
import org.jointflights.domain.Busy;

/** What keeps the database from working, and with it everybody: nobody's fault who is at work, and over by itself. */
public enum Outage {
    /** It cannot be reached, does not answer, or has no connection free. */
    AWAY(Duration.ofSeconds(10)),
    /** It has no room left to write; what is there can be read. */
    FULL(Duration.ofMinutes(1));

    private final Duration wait;

    Outage(Duration wait) {
        this.wait = wait;
    }

    /** What people are told, and when to try again. */
    public Busy refusal() {
        return Busy.of(wait, "system.outage." + this);
    }
}
