package org.jointflights.domain.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jointflights.domain.BadInput;

/** The days, both included, of which an account over flights is shown; a day is one of universal time. */
public record AccountPeriod(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 10;

    /** Throws {@link BadInput} where it ends before it begins, or is longer than ten years. */
    public AccountPeriod {
        if (to.isBefore(from)) {
            throw BadInput.of("bookedTo", to, "settlement.books.period", from);
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw BadInput.of("bookedTo", to, "settlement.books.tooLong", from.plusYears(MOST_YEARS));
        }
    }

    /** The calendar year of that day. */
    public static AccountPeriod yearOf(LocalDate day) {
        return ofYear(day.getYear());
    }

    /** That calendar year. */
    public static AccountPeriod ofYear(int year) {
        return new AccountPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Its first instant. */
    public Instant begins() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant after it. */
    public Instant ends() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
