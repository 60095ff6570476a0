package org.jointflights.application.example;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jointflights.application.example.ClockMove.StageChange;
import org.jointflights.application.example.DueWork.Step;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.administration.RequireAdministrator;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the clock of the whole application forward, so that a flight is rehearsed in an hour. It goes from date to date: whatever waits
 * for one happens while the clock shows it, as it would have for whoever had really waited.
 */
@Component
@Profile("example")
public class MoveClock {

    private static final int MOST_DAYS = 60;

    /** What is due at a moment is overdue a moment later. */
    private static final Duration JUST_AFTER = Duration.ofSeconds(1);

    private final RehearsalClock clock;
    private final DueWork work;
    private final ComingTasks tasks;
    private final ListComingDates dates;
    private final TellWhatIsDue telling;
    private final Flights flights;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final Lock moving = new ReentrantLock();
    private volatile @Nullable ClockMove last;

    MoveClock(
            RehearsalClock clock,
            DueWork work,
            ComingTasks tasks,
            ListComingDates dates,
            TellWhatIsDue telling,
            Flights flights,
            LogAdministration log,
            CurrentUser actor) {
        this.clock = clock;
        this.work = work;
        this.tasks = tasks;
        this.dates = dates;
        this.telling = telling;
        this.flights = flights;
        this.log = log;
        this.actor = actor;
    }

    /** The last move since the start, if there was one. */
    public Optional<ClockMove> last() {
        return Optional.ofNullable(last);
    }

    /** Throws {@link NotYours} unless an administrator asks, {@link BadInput} for other than 1 to 60 days. */
    public ClockMove byDays(String days) {
        RequireAdministrator.require(actor);
        if (!days.strip().matches("[1-9][0-9]?") || Integer.parseInt(days.strip()) > MOST_DAYS) {
            throw BadInput.of("days", days, "rehearsal.days.wrong", MOST_DAYS);
        }
        int count = Integer.parseInt(days.strip());
        return move(now -> now.plus(count, ChronoUnit.DAYS));
    }

    /**
     * Just after what comes next, of that flight or of any. Throws {@link NotYours} unless an administrator asks, {@link Conflict}
     * if nothing does.
     */
    public ClockMove toNext(@Nullable OperationReference flight) {
        RequireAdministrator.require(actor);
        return move(now ->
                next(flight).orElseThrow(() -> Conflict.of("rehearsal.nothing")).plus(JUST_AFTER));
    }

    private Optional<Instant> next(@Nullable OperationReference flight) {
        return dates.all().stream()
                .filter(next -> flight == null || flight.equals(next.flight()))
                .findFirst()
                .map(ComingDate::at);
    }

    /** From the moment at which the clock is moved to that at which it stops. */
    private interface Target {
        Instant after(Instant now);
    }

    /**
     * From date to date of a flight as long as the others have nothing more to do at each of them. Throws {@link NotYours} unless an
     * administrator asks. Nothing if the clock stayed where it was.
     */
    Optional<ClockMove> along(OperationReference flight, BooleanSupplier onlyWaits) {
        RequireAdministrator.require(actor);
        return alone(() -> {
            Instant from = clock.instant();
            AtomicBoolean moved = new AtomicBoolean();
            ClockMove move = happening(from, () -> {
                List<Step> taken = new ArrayList<>();
                Optional<Instant> next = onlyWaits.getAsBoolean() ? next(flight) : Optional.empty();
                while (next.isPresent()) {
                    moved.set(true);
                    taken.addAll(walk(next.get().plus(JUST_AFTER)));
                    next = onlyWaits.getAsBoolean() ? next(flight) : Optional.empty();
                }
                return taken;
            });
            if (!moved.get()) {
                return Optional.empty();
            }
            record(move.from(), move.to());
            last = move;
            return Optional.of(move);
        });
    }

    private ClockMove move(Target target) {
        return alone(() -> {
            Instant from = clock.instant();
            Instant to = target.after(from);
            record(from, to);
            ClockMove move = happening(from, () -> walk(to));
            last = move;
            return move;
        });
    }

    /** One at a time: two would go from date to date across one another. */
    private <T> T alone(Supplier<T> move) {
        if (!moving.tryLock()) {
            throw Conflict.of("rehearsal.underWay");
        }
        try {
            return move.get();
        } finally {
            moving.unlock();
        }
    }

    private void record(Instant from, Instant to) {
        log.record("rehearsal.log", new Day(day(from)), new Day(day(to)));
    }

    private ClockMove happening(Instant from, Supplier<List<Step>> way) {
        Map<OperationReference, Stage> before = stages();
        List<Step> taken = work.undisturbed(way);
        return new ClockMove(
                from,
                clock.instant(),
                taken.stream().filter(step -> step.waited() && !step.failed()).toList(),
                changes(before),
                taken.stream().filter(Step::failed).toList());
    }

    private List<Step> walk(Instant to) {
        List<Step> taken = new ArrayList<>(happens());
        Instant now = clock.instant();
        while (now.isBefore(to)) {
            clock.moveTo(nextStop(now, to));
            taken.addAll(happens());
            now = clock.instant();
        }
        return taken;
    }

    /** At least once a day: what is told of looks at the day, and at nothing that is written down beforehand. */
    private Instant nextStop(Instant now, Instant to) {
        Instant midnight = day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.of(work.next(now), tasks.nextTelling(now), Optional.of(midnight))
                .flatMap(Optional::stream)
                .filter(stop -> stop.isBefore(to))
                .min(Instant::compareTo)
                .orElse(to);
    }

    private List<Step> happens() {
        List<Step> taken = work.take();
        telling.tell();
        return taken;
    }

    private Map<OperationReference, Stage> stages() {
        Map<OperationReference, Stage> stages = new TreeMap<>();
        for (Flight flight : flights.all()) {
            stages.put(flight.reference(), flight.stage());
        }
        return stages;
    }

    private List<StageChange> changes(Map<OperationReference, Stage> before) {
        List<StageChange> changes = new ArrayList<>();
        stages().forEach((flight, after) -> {
            Stage was = before.get(flight);
            if (was != null && was != after) {
                changes.add(new StageChange(flight, was, after));
            }
        });
        return changes;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
