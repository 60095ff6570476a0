package org.jointflights.domain.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of deadlines: by when a task is done, when those who may do it are reminded, when and whom it is told that
 * nobody did, and what happens if nobody ever does.
 *
 * @param task the task's id in its model
 * @param counts in what {@code due}, {@code remind} and {@code escalate} are counted
 * @param due how long people have from the moment when the task comes; nothing of it where the model sets the date
 * @param before hours before departure at which it is due in any case; zero where the departure does not matter
 * @param remind how long before it is due they are reminded; zero where the model does that itself
 * @param escalate how long after it was due the others are told
 * @param told who they are; nobody where the model tells somebody itself
 * @param wayOut what leads on if nobody ever does it
 */
public record TaskDeadline(
        String task, Unit counts, int due, int before, int remind, int escalate, Set<Told> told, WayOut wayOut) {

    /** As with the other deadlines: whoever comes back from lunch is not late. */
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    /** After the first time those who can do something about it are told again. */
    private static final int DAYS_BETWEEN_ESCALATIONS = 7;

    /** In what periods are counted. */
    public enum Unit {
        /** Days on which the party works whose task it is; a period ends at six in the evening of its last one. */
        WORKING_DAYS,
        /** Full hours, at night and on holidays too. */
        HOURS
    }

    /** Who is told that something is late. */
    public enum Told {
        ORGANISER,
        PARTY,
        MANAGER,
        EXECUTIVE,
        RIGHTS_OFFICER
    }

    /** What leads on if nobody ever answers. */
    public enum WayOut {
        /** The model closes it at its end, and says how. */
        CLOSED_BY_TIME,
        /** No answer is “no”: nobody is flown, and people can be left behind, or the flight postponed or cancelled. */
        MEANS_STOP,
        /** In flight: a state's people stay behind, or the aircraft turns back, is diverted, or the operation ends. */
        ACTS_IN_FLIGHT,
        /** The organiser cancels the flight; what was contracted is released and its accounts are settled. */
        CANCELLED_BY_ORGANISER,
        /** A month after it was due the manager decides instead. */
        MANAGER_DECIDES,
        /** Only the people asked can do it; those told have other people put into the group. */
        OTHERS_IN_THE_GROUP
    }

    public TaskDeadline {
        told = Set.copyOf(told);
        if (due < 0 || before < 0 || remind < 0 || escalate < 0) {
            throw new IllegalArgumentException(task + ": a period is negative");
        }
    }

    /** Whether hours count, so that whoever reads of it tomorrow reads of it too late. */
    public boolean isUrgent() {
        return counts == Unit.HOURS;
    }

    /** Whether the model sets the date itself. */
    public boolean isSetByModel() {
        return due == 0;
    }

    /**
     * When a task that came then is due, on the clocks of {@code opened}: never later than its hours before departure, and never
     * before it came.
     *
     * @param departure the planned departure, or nothing if that does not matter any more
     */
    public Instant dueOf(ZonedDateTime opened, WorkingDays calendar, @Nullable Instant departure) {
        ZonedDateTime full = counts == Unit.HOURS
                ? opened.plusHours(due)
                : calendar.plus(opened, due).with(END_OF_DAY);
        if (before == 0 || departure == null) {
            return full.toInstant();
        }
        Instant latest = departure.minus(Duration.ofHours(before));
        Instant due = full.toInstant().isAfter(latest) ? latest : full.toInstant();
        return due.isBefore(opened.toInstant()) ? opened.toInstant() : due;
    }

    /** When people are reminded of what is due then; nothing where it would be before the task came, or the model reminds. */
    public @Nullable Instant remindsOf(ZonedDateTime due, WorkingDays calendar, Instant opened) {
        if (remind == 0) {
            return null;
        }
        Instant at = later(due, -remind, calendar);
        return at.isAfter(opened) ? at : null;
    }

    /** When others are told of what was due then; nothing where the model tells them. */
    public @Nullable Instant escalates(ZonedDateTime due, WorkingDays calendar) {
        return told.isEmpty() ? null : later(due, escalate, calendar);
    }

    /** When they are told once more. */
    public static Instant escalatesAgain(Instant told) {
        return told.plus(Duration.ofDays(DAYS_BETWEEN_ESCALATIONS));
    }

    private Instant later(ZonedDateTime from, int periods, WorkingDays calendar) {
        return (counts == Unit.HOURS ? from.plusHours(periods) : calendar.plus(from, periods)).toInstant();
    }
}
