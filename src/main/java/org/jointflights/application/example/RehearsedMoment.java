package org.jointflights.application.example;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Worded;

/** What the clock of the rehearsal shows: day and time in UTC, in the reader's language. */
public record RehearsedMoment(Instant at) implements Worded {

    @Override
    public String in(Locale language) {
        return Moment.of(at, ZoneOffset.UTC).in(language) + " UTC";
    }
}
