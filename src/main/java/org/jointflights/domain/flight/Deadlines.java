package org.jointflights.domain.flight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jointflights.domain.deadlines.WorkingDays;

/**
 * When things are due. Days are counted on the calendar of the departure airport's zone, so that a change of the clocks
 * moves nothing. The periods are assumed (domain dossier, section 6.4) until somebody says otherwise.
 */
public final class Deadlines {

    /** Working days that a state has to answer an offer. */
    public static final int DAYS_TO_REPLY = 10;

    /** Working days before a deadline at which people are reminded. */
    public static final int DAYS_TO_REMIND = 2;

    /** Days after the flight, or its cancellation, until which costs are claimed. */
    public static final int DAYS_TO_CLAIM = 60;

    /** Days after the end of the operation until which its monitors report. */
    public static final int DAYS_TO_REPORT = 7;

    /** Days before that at which they are reminded. */
    private static final int DAYS_TO_REMIND_OF_REPORT = 2;

    /** Days before departure from which an offer is not open any more. */
    private static final int DAYS_OF_FREEZE = 21;

    private static final int DAYS_TO_CLAIM_ANEW = 14;
    private static final int DAYS_TO_NOTE_WITHDRAWAL = 14;
    private static final int DAYS_AFTER_FLIGHT_TO_NOTE_WITHDRAWAL = 45;
    private static final Duration PATIENCE_FOR_CLAIMS = Duration.ofDays(30);
    private static final Duration PATIENCE_FOR_PAYMENTS = Duration.ofDays(30);

    private static final Duration TIME_TO_PAY = Duration.ofDays(30);
    private static final Duration TIME_TO_ACCEPT = Duration.ofDays(5);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private Deadlines() {}

    /** The end of the tenth working day after the offer went out, but never later than three weeks before departure. */
    public static ZonedDateTime reply(ZonedDateTime offered, ZonedDateTime departure, WorkingDays calendar) {
        ZonedDateTime full = calendar.plus(offered, DAYS_TO_REPLY).with(END_OF_DAY);
        ZonedDateTime freeze = departure.minusDays(DAYS_OF_FREEZE).with(END_OF_DAY);
        ZonedDateTime tomorrow = calendar.plus(offered, 1).with(END_OF_DAY);
        ZonedDateTime latest = freeze.isBefore(tomorrow) ? tomorrow : freeze;
        return full.isBefore(latest) ? full : latest;
    }

    /** When those who work on these days are reminded of what is due then. */
    public static ZonedDateTime reminder(ZonedDateTime deadline, WorkingDays calendar) {
        return calendar.plus(deadline, -DAYS_TO_REMIND);
    }

    /** When those who have not accepted their share of a split are reminded. */
    public static Instant accepting(Instant split) {
        return split.plus(TIME_TO_ACCEPT);
    }

    /** Until when costs are claimed. */
    public static ZonedDateTime claiming(ZonedDateTime flownOrCancelled) {
        return daysAfter(flownOrCancelled, DAYS_TO_CLAIM);
    }

    /** Until when a party that is asked for its costs once more claims them. */
    public static ZonedDateTime claimingAnew(ZonedDateTime asked) {
        return daysAfter(asked, DAYS_TO_CLAIM_ANEW);
    }

    /** When costs that were due then are not waited for any more. */
    public static Instant closingClaims(Instant due) {
        return due.plus(PATIENCE_FOR_CLAIMS);
    }

    /** When a withdrawal of which nobody took note counts as known: before the flight's costs are due, and not at once. */
    public static ZonedDateTime notingWithdrawal(ZonedDateTime withdrawn, ZonedDateTime departure) {
        ZonedDateTime afterTheFlight = daysAfter(departure, DAYS_AFTER_FLIGHT_TO_NOTE_WITHDRAWAL);
        ZonedDateTime soonest = daysAfter(withdrawn, DAYS_TO_NOTE_WITHDRAWAL);
        return soonest.isAfter(afterTheFlight) ? soonest : afterTheFlight;
    }

    /** Until when the monitors of an operation that ended then report. */
    public static ZonedDateTime reporting(ZonedDateTime ended) {
        return daysAfter(ended, DAYS_TO_REPORT);
    }

    /** When a monitor is reminded of a report that is due then. */
    public static ZonedDateTime reportingReminder(ZonedDateTime due) {
        return due.minusDays(DAYS_TO_REMIND_OF_REPORT);
    }

    /** When payments that were due then and that nobody confirmed go to the manager. */
    public static Instant givingPaymentsUp(Instant due) {
        return due.plus(PATIENCE_FOR_PAYMENTS);
    }

    /** Until when a debtor pays. */
    public static Instant paying(Instant signed) {
        return signed.plus(TIME_TO_PAY);
    }

    /** The morning of day D-{@code days}. */
    public static ZonedDateTime daysBefore(ZonedDateTime departure, int days) {
        return departure.toLocalDate().minusDays(days).atTime(MORNING).atZone(departure.getZone());
    }

    /** The evening of day D+{@code days}. */
    public static ZonedDateTime daysAfter(ZonedDateTime departure, int days) {
        return departure.toLocalDate().plusDays(days).atTime(END_OF_DAY).atZone(departure.getZone());
    }
}
