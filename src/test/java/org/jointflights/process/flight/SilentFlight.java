package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.deadlines.LateTasks.Late;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.TaskDeadline.WayOut;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.jspecify.annotations.Nullable;

/**
 * One flight whose people have habits: of each task that comes somebody answers in time, late, never, twice, as a substitute, or is
 * preceded by somebody of another group. Time passes from one thing that happens to the next; where nobody answers, the way out of
 * the table of deadlines is taken some time after it was told of.
 */
final class SilentFlight {

    /** Of so many moments no flight has as many; one that does turns in a circle. */
    private static final int MOST_MOMENTS = 3_000;

    /** A step that is refused so often is not refused because of the moment. */
    private static final int MOST_TRIES = 6;

    private static final int MOST_POSTPONEMENTS = 1;

    /** What somebody does of a task. */
    enum Habit {
        IN_TIME,
        LATE,
        NEVER,
        AWAY_WITH_SUBSTITUTE,
        AWAY
    }

    /** A task as our table has it. */
    private record Waiting(
            String id,
            String task,
            Instant since,
            @Nullable Instant due,
            @Nullable Instant remindAt,
            @Nullable Instant escalateAt) {}

    private static final class Plan {
        private final Waiting task;
        private final Habit habit;
        private Instant at;
        private int tries;
        private boolean fliesBack;

        private Plan(Waiting task, Habit habit, Instant at) {
            this.task = task;
            this.habit = habit;
            this.at = at;
        }
    }

    private final SilentFlightsTest house;
    private final Random random;
    /** In so many of a hundred tasks of this flight nobody answers of their own accord. */
    private final int silence;

    private final Map<String, Plan> plans = new HashMap<>();
    private final Set<String> toldOf = new HashSet<>();
    final List<String> happened = new ArrayList<>();
    final OperationReference reference;
    private int postponed;
    private boolean cancelled;

    SilentFlight(SilentFlightsTest house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.silence = List.of(0, 1, 2, 10).get(random.nextInt(4));
        house.clock.set(Instant.parse("2027-01-11T09:00:00Z").plus(Duration.ofDays(random.nextInt(60))));
        // A third state each third time: the others are as silent with one less to wait for.
        String invited = seed % 3 == 0 ? "GB, SE" : "GB";
        reference = house.proposed(FlightCase.FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, invited);
    }

    /** Until its process has ended. */
    void run() {
        for (int moment = 0; house.goesOn(reference); moment++) {
            List<Waiting> open = open();
            if (moment == MOST_MOMENTS) {
                throw new IllegalStateException("goes on for ever; open are " + open);
            }
            open.forEach(task -> plans.computeIfAbsent(task.id(), id -> plan(task)));
            passesTo(next(open));
            tells();
            answers();
        }
        ended();
    }

    private Plan plan(Waiting task) {
        int chance = random.nextInt(100);
        Habit habit;
        if (chance < silence) {
            habit = Habit.NEVER;
        } else if (chance < 2 * silence) {
            habit = Habit.LATE;
        } else if (chance < 2 * silence + 2) {
            habit = Habit.AWAY;
        } else if (chance < 2 * silence + 5) {
            habit = Habit.AWAY_WITH_SUBSTITUTE;
        } else {
            habit = Habit.IN_TIME;
        }
        house.habits.merge(habit, 1, Integer::sum);
        return new Plan(task, habit, moment(task, habit));
    }

    private Instant moment(Waiting task, Habit habit) {
        Instant now = house.clock.instant();
        Instant due = task.due() == null || task.due().isBefore(now) ? now.plus(Duration.ofMinutes(20)) : task.due();
        return switch (habit) {
            case IN_TIME, AWAY_WITH_SUBSTITUTE ->
                now.plusMillis((long) (Duration.between(now, due).toMillis() * (0.05 + 0.5 * random.nextDouble())));
            case LATE, AWAY -> due.plus(someTime(task));
            case NEVER -> toldBy(task, due).plus(someTime(task));
        };
    }

    private Duration someTime(Waiting task) {
        return row(task).isUrgent()
                ? Duration.ofMinutes(5 + random.nextInt(180))
                : Duration.ofHours(1 + random.nextInt(24 * 9));
    }

    private static Instant toldBy(Waiting task, Instant due) {
        return task.escalateAt() == null || task.escalateAt().isBefore(due) ? due : task.escalateAt();
    }

    private TaskDeadline row(Waiting task) {
        return house.table.of(task.task(), LocalDate.ofInstant(task.since(), ZoneOffset.UTC));
    }

    private List<Waiting> open() {
        return house.database
                .sql(
                        "select id, task, since, due, remind_at, escalate_at from open_task where reference = ? order by since, id")
                .param(reference.value())
                .query((row, number) -> new Waiting(
                        row.getString("id"),
                        row.getString("task"),
                        row.getTimestamp("since").toInstant(),
                        instant(row.getTimestamp("due")),
                        instant(row.getTimestamp("remind_at")),
                        instant(row.getTimestamp("escalate_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }

    /** When something happens next: somebody answers, a timer fires, or somebody is told. */
    private Instant next(List<Waiting> open) {
        Stream<Instant> told = open.stream()
                .flatMap(task -> Stream.of(task.remindAt(), task.escalateAt()))
                .filter(at -> at != null);
        Stream<Instant> answered = open.stream()
                .map(task -> plans.get(task.id()))
                .map(plan -> plan.at)
                .filter(at -> at.isBefore(Instant.MAX));
        Instant now = house.clock.instant();
        return Stream.of(told, answered, house.timers(reference))
                .flatMap(moments -> moments)
                .min(Comparator.naturalOrder())
                .map(at -> at.isBefore(now) ? now : at)
                .orElseThrow(() -> new IllegalStateException("nothing leads on; open are " + open));
    }

    private void passesTo(Instant moment) {
        house.clock.set(moment);
        house.exampleUsers.fireTimersUntil(moment, reference);
    }

    /** Of everything that the table says others are told of by now, they are. */
    private void tells() {
        for (int telling = 1; telling > 0; ) {
            telling = house.deadlines.tell();
        }
        Instant now = house.clock.instant();
        for (Late task : house.late.overdue(reference, now)) {
            TaskDeadline row = house.table.of(task.task(), LocalDate.ofInstant(task.since(), ZoneOffset.UTC));
            boolean suspended = house.flights.get(reference).isSuspended();
            if (!row.told().isEmpty()
                    && !suspended
                    && longestUntold(row, task.due()).isBefore(now)
                    && toldOf.add(task.id())) {
                assertThat(house.outbox.of(reference))
                        .as("somebody is told of %s, due %s, at %s", task.task(), task.due(), now)
                        .extracting(Notice::once)
                        .anyMatch(once -> once.contains("task-late-" + task.id()));
            }
        }
    }

    /** Counted here by days of the calendar: no working day is later than that, with Easter and a weekend between. */
    private static Instant longestUntold(TaskDeadline row, Instant due) {
        return due.plus(
                row.isUrgent()
                        ? Duration.ofHours(row.escalate())
                        : Duration.ofDays(row.escalate() == 0 ? 0 : 2L * row.escalate() + 6));
    }

    private void answers() {
        Instant now = house.clock.instant();
        for (Waiting task : open()) {
            Plan plan = plans.get(task.id());
            if (plan == null || plan.at.isAfter(now) || !house.goesOn(reference)) {
                continue;
            }
            if (plan.habit == Habit.NEVER && leavesToTheTable(plan)) {
                house.exampleUsers.runJobs(reference);
                return;
            }
            // What somebody else did in the same moment may have ended it.
            if (open().stream().anyMatch(one -> one.id().equals(task.id()))) {
                answer(plan);
                house.exampleUsers.runJobs(reference);
            }
        }
    }

    /** Nobody answered, and it was told of: whether the way out of the table was taken, or is not yet open. */
    private boolean leavesToTheTable(Plan plan) {
        WayOut wayOut = row(plan.task).wayOut();
        return switch (wayOut) {
            case CLOSED_BY_TIME, MANAGER_DECIDES -> {
                plan.at = Instant.MAX;
                yield true;
            }
            case CANCELLED_BY_ORGANISER -> oneIn(3) && (drops() || cancels(plan.task.task()));
            case MEANS_STOP -> oneIn(4) && (postpones() || cancels(plan.task.task()));
            case ACTS_IN_FLIGHT -> oneIn(2) && endsOperation();
            case OTHERS_IN_THE_GROUP -> false;
        };
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private boolean drops() {
        return house.choices(reference, "drop-state").stream()
                .findFirst()
                .map(state -> {
                    acts("frcoordinator", "drop-state", Map.of("party", state.code()));
                    took("drop-state " + state);
                    return true;
                })
                .orElse(false);
    }

    private boolean cancels(String why) {
        Stage stage = house.flights.get(reference).stage();
        if (cancelled || stage.isAfterDeparture()) {
            return false;
        }
        String by = List.of("frcoordinator", "manager1", "executive1").get(random.nextInt(3));
        house.exampleUsers.as(by, () -> house.cancellation.cancel(reference, "nobody answers", null));
        cancelled = true;
        took("cancel because of " + why);
        return true;
    }

    private boolean postpones() {
        Stage stage = house.flights.get(reference).stage();
        if (postponed == MOST_POSTPONEMENTS || stage.isAfterDeparture()) {
            return false;
        }
        postponed++;
        ZonedDateTime planned = house.flights.get(reference).departure();
        ZonedDateTime now = house.clock.instant().atZone(planned.getZone());
        // At the hour that was planned, thirty days after the day that was, or is today.
        LocalDate day = (now.isAfter(planned) ? now : planned).toLocalDate().plusDays(30);
        String later = day + " " + planned.toLocalTime();
        acts("frcoordinator", "postpone", Map.of("departure", later, "reason", "nobody answers"));
        took("postpone");
        return true;
    }

    /** What was confirmed too long ago where the aircraft stands lets nobody be handed over: they fly back. */
    private boolean nobodyIsHandedOver(Plan plan) {
        if (!plan.task.task().equals("userTask_confirmHandOver") || plan.fliesBack) {
            return false;
        }
        plan.fliesBack = true;
        took("everybody flies back");
        return true;
    }

    private boolean endsOperation() {
        acts("frescortleader", "end-operation", Map.of("reason", "nobody answers"));
        took("end-operation");
        return true;
    }

    private void took(String wayOut) {
        happened.add(wayOut);
        house.waysOut.merge(wayOut.replaceAll(" [A-Z]{2}$", ""), 1, Integer::sum);
    }

    private void acts(String user, String act, Map<String, ?> fields) {
        house.exampleUsers.as(user, () -> house.acts.perform(reference, house.acts.named(act), fields));
    }

    /** Somebody of the group does it: the one whose turn it is, and whoever may if that one may not. */
    private void answer(Plan plan) {
        Waiting task = plan.task;
        OpenForm form = house.form(task.id());
        if (oneIn(10)) {
            house.refusedToStrangers(task.id(), form.group());
        }
        Map<String, ?> fields = plan.fliesBack
                ? house.usual.fliesBack(reference, form.party())
                : house.usual.of(task.task(), reference, form, random);
        List<String> members = new ArrayList<>(house.members(form.group()));
        int turn = Math.min(house.usual.turn(task.task(), form), members.size() - 1);
        members.add(0, members.remove(turn));
        Refusal last = null;
        for (String member : members) {
            try {
                String who =
                        plan.habit == Habit.AWAY_WITH_SUBSTITUTE ? house.substituteOf(member, form.group()) : member;
                house.submits(who, task.id(), fields.isEmpty() ? house.example(task.id(), reference) : fields);
                answered(task, who);
                return;
            } catch (Refusal refused) {
                last = refused;
            } finally {
                house.nobodyIsAway();
            }
        }
        triesAgain(plan, last);
    }

    private void answered(Waiting task, String who) {
        Duration waited = Duration.between(task.since(), house.clock.instant());
        house.waits.computeIfAbsent(task.task(), name -> new ArrayList<>()).add(waited);
        happened.add(task.task().replace("userTask_", ""));
        if (oneIn(10)) {
            house.refusedTwice(who, task.id());
        }
    }

    /** What is refused at this moment may be right when others have answered. */
    private void triesAgain(Plan plan, @Nullable Refusal refused) {
        plan.tries++;
        String why = refused == null ? "nobody is in the group" : refused.getMessage();
        happened.add(plan.task.task() + " refused: " + why);
        house.refusals.merge(plan.task.task() + ": " + (refused == null ? why : refused.code()), 1, Integer::sum);
        if (plan.tries == MOST_TRIES || plan.fliesBack) {
            boolean ended = postpones() || cancels(plan.task.task()) || nobodyIsHandedOver(plan);
            if (!ended) {
                throw new IllegalStateException(plan.task.task() + " is refused again and again: " + why, refused);
            }
        }
        plan.at = house.clock.instant().plus(Duration.ofMinutes(10 + random.nextInt(120)));
    }

    private void ended() {
        Stage stage = house.flights.get(reference).stage();
        house.ends.merge(stage.name(), 1, Integer::sum);
        assertThat(stage).isIn(Stage.CLOSED, Stage.CANCELLED, Stage.GIVEN_UP);
        assertThat(open()).isEmpty();
        if (stage != Stage.CLOSED) {
            assertThat(house.contracts.standing(reference))
                    .as("no aircraft stays with its carrier")
                    .isEmpty();
        }
        assertThat(house.accounts.of(reference).ledger().isEven()).isTrue();
        assertThat(house.transfers.of(reference)).noneMatch(transfer -> transfer.isOpen());
    }
}
