package org.jointflights.domain.incidents;

import static org.jointflights.domain.flight.Deadlines.daysAfter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * By when serious incidents and complaints are dealt with. All periods are assumed until somebody says otherwise, and go on
 * while the flight is suspended: it often is because of them.
 */
public final class FileDeadlines {

    /** Hours in which the rights officers assess a first report. */
    public static final int HOURS_TO_ASSESS = 24;

    /** Hours after the launch in which the party concerned reports formally. */
    public static final int HOURS_TO_REPORT_FORMALLY = 48;

    /** Days after the launch in which the rights officers conclude. */
    public static final int DAYS_TO_CONCLUDE = 30;

    private static final Duration REMINDER_OF_FORMAL_REPORT = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final int DAYS_TO_REMIND_OF_CONCLUSION = 5;

    private FileDeadlines() {}

    /** Until when a report that came in then is assessed. */
    public static Instant assessing(Instant reported) {
        return reported.plus(Duration.ofHours(HOURS_TO_ASSESS));
    }

    /** Until when the party concerned reports formally. */
    public static Instant reportingFormally(Instant launched) {
        return launched.plus(Duration.ofHours(HOURS_TO_REPORT_FORMALLY));
    }

    /** When it is reminded of a report that is due then. */
    public static Instant remindingOfFormalReport(Instant due) {
        return due.minus(REMINDER_OF_FORMAL_REPORT);
    }

    /** When nobody waits any longer for what was due then. */
    public static Instant givingUp(Instant due) {
        return due.plus(PATIENCE);
    }

    /** Until when the rights officers conclude. */
    public static ZonedDateTime concluding(ZonedDateTime launched) {
        return daysAfter(launched, DAYS_TO_CONCLUDE);
    }

    /** When they are reminded of a conclusion that is due then. */
    public static ZonedDateTime remindingOfConclusion(ZonedDateTime due) {
        return due.minusDays(DAYS_TO_REMIND_OF_CONCLUSION);
    }
}
