package org.jointflights.web.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/** How far off a moment is, in words, reckoned on the server: a page that is read an hour later says what was so when it was made. */
public record FlightTimes(Instant now, ZoneId zone) {

    private static final int DAYS_WITH_HOURS = 10;
    private static final int DAYS_AT_MOST = 730;

    /** How long until the flight leaves, or since it left or landed; nothing of one that is not flown, or of which that is not told. */
    @Nullable
    Sentence countdown(FlightFile.Head head) {
        Flight flight = head.flight();
        Instant departure = flight.departure().toInstant();
        Instant landed = head.landed();
        if (head.cancellation() != null || flight.stage() == Stage.GIVEN_UP || flight.stage() == Stage.CANCELLED) {
            return Sentence.of("flightpage.countdown.never");
        }
        if (!flight.stage().isAfterDeparture()) {
            return departure.isAfter(now)
                    ? until(departure)
                    : Sentence.of("flightpage.countdown.due", span(departure, now));
        }
        if (flight.stage() == Stage.IN_FLIGHT) {
            return departure.isAfter(now) ? null : Sentence.of("flightpage.countdown.underWay", span(departure, now));
        }
        return landed == null || landed.isAfter(now)
                ? null
                : Sentence.of("flightpage.countdown.landed", span(landed, now));
    }

    /** “in 3 days 4 hours”. */
    public Sentence until(Instant moment) {
        return Sentence.of("flightpage.in", span(now, moment));
    }

    /** “in 3 days 4 hours”, or for how long that is past: “3 days 4 hours late”. */
    public Sentence due(Instant moment) {
        return moment.isAfter(now) ? until(moment) : Sentence.of("flightpage.late", span(moment, now));
    }

    /** The two largest units, whole and rounded down; no hours from ten days on, and years from two on. */
    private Sentence span(Instant from, Instant to) {
        Duration all = Duration.between(from, to);
        long days = all.toDays();
        if (days >= DAYS_AT_MOST) {
            return units("years", ChronoUnit.YEARS.between(from.atZone(zone), to.atZone(zone)));
        }
        if (days >= DAYS_WITH_HOURS) {
            return units("days", days);
        }
        if (days > 0) {
            return both(units("days", days), "hours", all.toHoursPart());
        }
        if (all.toHours() > 0) {
            return both(units("hours", all.toHours()), "minutes", all.toMinutesPart());
        }
        return units("minutes", all.toMinutes());
    }

    private static Sentence both(Sentence large, String unit, int small) {
        return small == 0 ? large : Sentence.of("flightpage.span", large, units(unit, small));
    }

    private static Sentence units(String unit, long count) {
        return count == 1 ? Sentence.of("flightpage.one." + unit) : Sentence.of("flightpage.many." + unit, count);
    }
}
