package org.jointflights.application.example;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jointflights.domain.Worded;

/** Day and time in UTC, in the reader's language. */
public record Moment(Instant at) implements Worded {

    @Override
    public String in(Locale language) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", language).format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
