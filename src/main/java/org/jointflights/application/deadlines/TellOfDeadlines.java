package org.jointflights.application.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jointflights.application.deadlines.LateTasks.Late;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.TaskDeadline.Told;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds people of what they have to do, and tells others what nobody did, once each however many nodes look: whoever tells has
 * taken the task for it in the same transaction, and each task has one of its own.
 */
@Service
public class TellOfDeadlines {

    private final LateTasks tasks;
    private final DeadlineTable table;
    private final Flights flights;
    private final WriteNotices notices;
    private final TransactionOperations transaction;
    private final Clock clock;

    TellOfDeadlines(
            LateTasks tasks,
            DeadlineTable table,
            Flights flights,
            WriteNotices notices,
            TransactionOperations transaction,
            Clock clock) {
        this.transaction = transaction;
        this.tasks = tasks;
        this.table = table;
        this.flights = flights;
        this.notices = notices;
        this.clock = clock;
    }

    /** Tells of what has come due until now; how many tasks that were. */
    public int tell() {
        Instant now = clock.instant();
        long reminded = tasks.toRemindOf(now).stream()
                .filter(task -> inOneOfItsOwn(() -> reminds(task)))
                .count();
        long escalated = tasks.toEscalate(now).stream()
                .filter(task -> inOneOfItsOwn(() -> escalates(task)))
                .count();
        return Math.toIntExact(reminded + escalated);
    }

    private boolean inOneOfItsOwn(BooleanSupplier telling) {
        return Boolean.TRUE.equals(transaction.execute(status -> telling.getAsBoolean()));
    }

    private boolean reminds(Late task) {
        if (!tasks.takeReminder(task)) {
            return false;
        }
        String code = row(task).isUrgent() ? "notice.urgent.due" : "notice.due";
        Flight flight = flights.get(task.reference());
        for (String group : task.groups()) {
            notices.send(
                    task.reference(),
                    group,
                    "task-due-" + task.id() + "-" + task.at(),
                    code,
                    task.reference(),
                    name(task),
                    local(task.due(), flight));
        }
        return true;
    }

    private boolean escalates(Late task) {
        TaskDeadline row = row(task);
        if (!tasks.takeEscalation(task, TaskDeadline.escalatesAgain(clock.instant()))) {
            return false;
        }
        Flight flight = flights.get(task.reference());
        for (String group : toTell(task, row, flight)) {
            notices.send(
                    task.reference(),
                    group,
                    "task-late-" + task.id() + "-" + task.at(),
                    row.isUrgent() ? "notice.urgent.late" : "notice.late",
                    task.reference(),
                    name(task),
                    whose(task),
                    local(task.due(), flight),
                    Sentence.of("deadline.wayOut." + row.wayOut()));
        }
        return true;
    }

    private TaskDeadline row(Late task) {
        return table.of(task.task(), LocalDate.ofInstant(task.since(), ZoneId.of("UTC")));
    }

    /** Those who were asked are told as well. */
    private static Set<String> toTell(Late task, TaskDeadline row, Flight flight) {
        Set<String> groups = new TreeSet<>(task.groups());
        row.told().stream().flatMap(told -> groups(told, task, flight)).forEach(groups::add);
        return groups;
    }

    private static Stream<String> groups(Told told, Late task, Flight flight) {
        return switch (told) {
            case ORGANISER -> Stream.of(Role.COORDINATOR.groupOf(flight.organiser()));
            case PARTY ->
                task.groups().stream()
                        .map(Viewer::partyOf)
                        .filter(party -> party != null)
                        .map(Role.COORDINATOR::groupOf);
            case MANAGER -> Stream.of(Role.MANAGER.group());
            case EXECUTIVE -> Stream.of(Role.EXECUTIVE.group());
            case RIGHTS_OFFICER -> Stream.of(Role.RIGHTS_OFFICER.group());
        };
    }

    private static Sentence name(Late task) {
        return Sentence.of("step." + task.task());
    }

    private static Object whose(Late task) {
        Party party = Viewer.onlyPartyOf(task.groups());
        return party == null ? String.join(", ", task.groups()) : new PartyName(party);
    }

    private static ZonedDateTime local(Instant due, Flight flight) {
        return due.atZone(flight.departure().getZone());
    }
}
