package org.jointflights.domain.incidents;

import static org.jointflights.domain.flight.Deadlines.daysAfter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jointflights.domain.flight.Deadlines;

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

    /** Working days in which a complaint is acknowledged. */
    public static final int DAYS_TO_ACKNOWLEDGE = 5;

    /** Working days after that in which it is decided whether it is admissible. */
    public static final int DAYS_TO_DECIDE = 10;

    /** Days in which those to whom it was forwarded answer. */
    public static final int DAYS_TO_ANSWER = 30;

    /** Working days after the answer in which it is closed. */
    public static final int DAYS_TO_CLOSE = 5;

    /** The rights officers are of Frontex. */
    private static final WorkingDays OF_FRONTEX = WorkingDays.of(Party.FRONTEX);

    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

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

    /** Until when a complaint that was registered then is acknowledged. */
    public static ZonedDateTime acknowledging(ZonedDateTime registered) {
        return workingDays(registered, DAYS_TO_ACKNOWLEDGE);
    }

    /** Until when it is decided whether it is admissible. */
    public static ZonedDateTime deciding(ZonedDateTime acknowledged) {
        return workingDays(acknowledged, DAYS_TO_DECIDE);
    }

    /** Until when those to whom it was forwarded answer. */
    public static ZonedDateTime answering(ZonedDateTime forwarded) {
        return daysAfter(forwarded, DAYS_TO_ANSWER);
    }

    /** Until when it is closed. */
    public static ZonedDateTime closing(ZonedDateTime answered) {
        return workingDays(answered, DAYS_TO_CLOSE);
    }

    /** When whoever owes what is due then is reminded, two working days before. */
    public static ZonedDateTime reminding(ZonedDateTime due) {
        return Deadlines.reminder(due, OF_FRONTEX);
    }

    private static ZonedDateTime workingDays(ZonedDateTime from, int days) {
        return OF_FRONTEX.plus(from, days).with(END_OF_DAY);
    }

    /** When they are reminded of a conclusion that is due then. */
    public static ZonedDateTime remindingOfConclusion(ZonedDateTime due) {
        return due.minusDays(DAYS_TO_REMIND_OF_CONCLUSION);
    }
}
