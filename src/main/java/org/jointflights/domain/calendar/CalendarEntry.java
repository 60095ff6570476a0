package org.jointflights.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar: from a moment to another, or a whole day.
 *
 * @param id stays the same whatever changes of it
 * @param version grows with each change
 * @param start nothing for a whole day
 * @param end nothing where it takes no time
 * @param day nothing for a moment
 * @param certainty whether it stands, may move, or does not take place
 */
public record CalendarEntry(
        String id,
        long version,
        Instant changed,
        String title,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable LocalDate day,
        Certainty certainty) {

    /** As the format calls it. */
    public enum Certainty {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }

    /** At a moment. */
    public static CalendarEntry at(
            String id,
            long version,
            Instant changed,
            String title,
            Instant start,
            @Nullable Instant end,
            Certainty certainty) {
        return new CalendarEntry(id, version, changed, title, start, end, null, certainty);
    }

    /** On a day. */
    public static CalendarEntry on(
            String id, long version, Instant changed, String title, LocalDate day, Certainty certainty) {
        return new CalendarEntry(id, version, changed, title, null, null, day, certainty);
    }
}
