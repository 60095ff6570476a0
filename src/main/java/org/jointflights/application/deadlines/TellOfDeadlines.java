package org.jointflights.application.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds people of what they have to do, and tells others what nobody did, once each however many nodes look: whoever tells has
 * taken the task for it in the same transaction, and each task has one of its own.
 */
@Service
public class TellOfDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(TellOfDeadlines.class);

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
                .filter(task -> inOneOfItsOwn(task, this::reminds))
                .count();
        long escalated = tasks.toEscalate(now).stream()
                .filter(task -> inOneOfItsOwn(task, this::escalates))
                .count();
        return Math.toIntExact(reminded + escalated);
    }

    /** One that cannot be told of stays as it was, and keeps nobody from being told of the others. */
    private boolean inOneOfItsOwn(Late task, Predicate<Late> telling) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> telling.test(task)));
        } catch (RuntimeException failed) {
            LOG.warn("Nobody could be told of the task {} of flight {}.", task.task(), task.reference(), failed);
            return false;
        }
    }

    private boolean reminds(Late task) {
        if (!tasks.takeReminder(task)) {
            return false;
        }
        String code = row(task).isUrgent() ? "notice.urgent.due" : "notice.due";
        Flight flight = flights.get(task.reference());
        for (String group : task.groups()) {
            notices.sendOfTask(
                    task.id(),
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
        String once = "task-late-" + task.id() + "-" + task.at();
        String code = row.isUrgent() ? "notice.urgent.late" : "notice.late";
        Object[] facts = {
            task.reference(),
            name(task),
            whose(task),
            local(task.due(), flight),
            Sentence.of("deadline.wayOut." + row.wayOut())
        };
        for (String group : toTell(task, row, flight)) {
            // Whoever may not do the task cannot open it either.
            if (task.groups().contains(group)) {
                notices.sendOfTask(task.id(), task.reference(), group, once, code, facts);
            } else {
                notices.send(task.reference(), group, once, code, facts);
            }
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
