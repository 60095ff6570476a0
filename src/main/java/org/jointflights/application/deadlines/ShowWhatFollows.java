package org.jointflights.application.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.deadlines.SetTaskClocks.Coming;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.deadlines.TaskClock;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.TaskDeadline.WayOut;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says of an open task by when it is to be done, and what happens if nobody does it. */
@Service
public class ShowWhatFollows {

    private final DeadlineTable table;
    private final SetTaskClocks clocks;
    private final Flights flights;
    private final Clock clock;

    ShowWhatFollows(DeadlineTable table, SetTaskClocks clocks, Flights flights, Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.flights = flights;
        this.clock = clock;
    }

    /**
     * A timer that runs beside the task.
     *
     * @param event its id in the model: what it does is said for each
     * @param ends whether it ends the task; else it tells somebody
     */
    public record Timer(String event, Instant at, boolean ends) {}

    /** By when, and what follows otherwise. */
    public record Following(Sentence byWhen, Sentence otherwise) {}

    /**
     * By the table of deadlines and the timers that run; nothing for a task that the table does not know.
     *
     * @param due when it must be done, or nothing
     */
    public Optional<Following> of(Coming task, @Nullable Instant due, List<Timer> timers) {
        return table.find(task.task(), LocalDate.ofInstant(task.since(), ZoneOffset.UTC))
                .map(row -> {
                    ZoneId zone = flights.get(task.reference()).departure().getZone();
                    return new Following(
                            oneAfterTheOther(byWhen(row, due, zone)),
                            oneAfterTheOther(otherwise(task, row, due, timers, zone)));
                });
    }

    private List<Sentence> byWhen(TaskDeadline row, @Nullable Instant due, ZoneId zone) {
        List<Sentence> said = new ArrayList<>();
        if (due == null) {
            said.add(Sentence.of("head.due.none"));
        } else {
            said.add(Sentence.of(isAhead(due) ? "head.due.ahead" : "head.due.past", moment(due, zone)));
        }
        if (row.isSetByModel()) {
            said.add(Sentence.of("head.from." + row.task()));
        } else {
            said.add(Sentence.of("head.allowed." + row.counts(), row.due()));
            if (row.before() > 0) {
                said.add(Sentence.of("head.before", row.before()));
            }
        }
        return said;
    }

    private List<Sentence> otherwise(
            Coming task, TaskDeadline row, @Nullable Instant due, List<Timer> timers, ZoneId zone) {
        List<Sentence> said = new ArrayList<>();
        List<Timer> ending = timers.stream().filter(Timer::ends).toList();
        if (ending.isEmpty() && !isEndedByTime(row)) {
            said.add(Sentence.of("head.nothing"));
        }
        if (ending.isEmpty()) {
            said.add(Sentence.of("deadline.wayOut." + row.wayOut()));
        }
        ending.forEach(timer -> said.add(Sentence.of("head.ends." + timer.event(), at(timer.at(), due, zone))));
        TaskClock told = clocks.of(task, due, false);
        if (told.remindAt() != null) {
            said.add(Sentence.of("head.reminded", at(told.remindAt(), due, zone)));
        }
        timers.stream()
                .filter(timer -> !timer.ends() && isAhead(timer.at()))
                .sorted(Comparator.comparing(Timer::at))
                .forEach(timer -> said.add(Sentence.of("head.tells." + timer.event(), at(timer.at(), due, zone))));
        if (told.escalateAt() != null) {
            Sentence who = Sentence.listOf(row.told().stream()
                    .sorted()
                    .map(some -> Sentence.of("head.who." + some))
                    .toList());
            said.add(
                    isAhead(told.escalateAt())
                            ? Sentence.of("head.told", at(told.escalateAt(), due, zone), who)
                            : Sentence.of("head.toldAgain", who));
        }
        return said;
    }

    private static boolean isEndedByTime(TaskDeadline row) {
        return row.wayOut() == WayOut.CLOSED_BY_TIME || row.wayOut() == WayOut.MANAGER_DECIDES;
    }

    private boolean isAhead(Instant moment) {
        return moment.isAfter(clock.instant());
    }

    /** What happens when it is due happens “then”. */
    private static Sentence at(Instant moment, @Nullable Instant due, ZoneId zone) {
        return moment.equals(due) ? Sentence.of("head.then") : Sentence.of("head.on", moment(moment, zone));
    }

    private static Sentence moment(Instant moment, ZoneId zone) {
        return Sentence.of("head.moment", Moment.of(moment, zone), zone.getId());
    }

    private static Sentence oneAfterTheOther(List<Sentence> said) {
        return said.stream()
                .reduce((some, next) -> Sentence.of("head.next", some, next))
                .orElseThrow();
    }
}
