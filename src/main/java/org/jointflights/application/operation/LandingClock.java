package org.jointflights.application.operation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How notices say when an aircraft lands: people of several zones read them. */
final class LandingClock {

    private LandingClock() {}

    /** To the minute, in UTC. */
    static LocalTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
