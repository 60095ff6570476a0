package org.jointflights.application.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.PartyZones;
import org.jointflights.domain.deadlines.TaskClock;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jointflights.domain.flight.Flight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By the table of deadlines: when a task is due on the calendar of the party whose it is, and when people are told of it. */
@Component
public class SetTaskClocks {

    private final DeadlineTable table;
    private final Flights flights;
    private final Clock clock;

    SetTaskClocks(DeadlineTable table, Flights flights, Clock clock) {
        this.table = table;
        this.flights = flights;
        this.clock = clock;
    }

    /** A task as it comes: which one, for which groups, of which flight, and since when. */
    public record Coming(String task, Set<String> groups, OperationReference reference, Instant since) {}

    /** When it is due; nothing where its model says so. */
    public @Nullable Instant due(Coming task) {
        TaskDeadline row = row(task);
        if (row.isSetByModel()) {
            return null;
        }
        Flight flight = flights.get(task.reference());
        Instant departure =
                flight.stage().isAfterDeparture() ? null : flight.departure().toInstant();
        return row.dueOf(task.since().atZone(zone(task)), calendar(task), departure);
    }

    /** When it is told of, being due then; a task that is due at no time is told of at none. */
    public TaskClock of(Coming task, @Nullable Instant due, boolean goesOn) {
        if (due == null) {
            return TaskClock.NONE;
        }
        TaskDeadline row = row(task);
        ZonedDateTime local = due.atZone(zone(task));
        WorkingDays calendar = calendar(task);
        return new TaskClock(row.remindsOf(local, calendar, clock.instant()), row.escalates(local, calendar), goesOn);
    }

    /** Whether the date of such a task is the table's, and moves with the flight's clocks. */
    public boolean isOfTable(String task) {
        return !table.of(task, today()).isSetByModel();
    }

    private TaskDeadline row(Coming task) {
        return table.of(task.task(), LocalDate.ofInstant(task.since(), zone(task)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
    }

    private static WorkingDays calendar(Coming task) {
        return WorkingDays.of(party(task));
    }

    private ZoneId zone(Coming task) {
        return PartyZones.of(
                party(task), flights.get(task.reference()).departure().getZone());
    }

    /** Those who belong to no party in particular work as Frontex does. */
    private static Party party(Coming task) {
        Party only = Viewer.onlyPartyOf(task.groups());
        return only == null ? Party.FRONTEX : only;
    }
}
