package org.jointflights.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day and a time of day, as people write both in their language; the zone stands beside it where it is not known. */
public record Moment(ZonedDateTime time) implements Worded {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** That instant by the clocks of that zone. */
    public static Moment of(Instant instant, ZoneId zone) {
        return new Moment(instant.atZone(zone));
    }

    @Override
    public String in(Locale language) {
        return new Day(time.toLocalDate()).in(language) + ", " + CLOCK.format(LocalTime.from(time));
    }
}
