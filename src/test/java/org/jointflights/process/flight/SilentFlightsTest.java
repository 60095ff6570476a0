package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jointflights.application.deadlines.DeadlineTable;
import org.jointflights.application.deadlines.LateTasks;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.people.absence.ManageSubstitutions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.process.example.ExampleAnswers;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Flights in which people answer late, never, twice, for somebody who is away, or without being asked, at random, on the real models:
 * each ends in a state that has a name, nobody waits for longer than the table allows without somebody being told, no aircraft stays
 * with its carrier, and every account is even. {@code -Dsilence.flights=2000} flies more of them, {@code -Dsilence.seed=17} begins
 * with another one.
 */
class SilentFlightsTest extends FlightCase {

    private static final int FLIGHTS = Integer.getInteger("silence.flights", 60);
    private static final long SEED = Long.getLong("silence.seed", 2026);

    @Autowired
    TellOfDeadlines deadlines;

    @Autowired
    LateTasks late;

    @Autowired
    DeadlineTable table;

    @Autowired
    Outbox outbox;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    Contracts contracts;

    @Autowired
    JdbcClient database;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    ManageSubstitutions substitutions;

    @Autowired
    ExampleAnswers examples;

    @Autowired
    AutowireCapableBeanFactory beans;

    UsualAnswers usual;

    final Map<String, List<Duration>> waits = new TreeMap<>();
    final Map<String, Integer> ends = new TreeMap<>();
    final Map<SilentFlight.Habit, Integer> habits = new EnumMap<>(SilentFlight.Habit.class);
    final Map<String, Integer> waysOut = new TreeMap<>();
    final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private @Nullable Long away;

    @AfterEach
    void nobodyIsAway() {
        if (away != null) {
            users.nobodyIsAway();
            away = null;
        }
    }

    @Test
    void every_flight_ends_and_nobody_waits_in_silence() {
        usual = beans.createBean(UsualAnswers.class);
        for (long seed = SEED; seed < SEED + FLIGHTS; seed++) {
            SilentFlight flight = new SilentFlight(this, seed);
            try {
                flight.run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dsilence.flights=1 -Dsilence.seed=" + seed + ": " + e + " after " + flight.happened, e);
            }
            outbox.of(flight.reference)
                    .forEach(notice -> told.merge(notice.text().code(), 1, Integer::sum));
        }
        print();
        if (FLIGHTS > 50) {
            assertThat(ends.keySet())
                    .as("flights end in each way")
                    .containsExactlyInAnyOrder("CLOSED", "CANCELLED", "GIVEN_UP");
            assertThat(habits.keySet())
                    .as("people have every habit")
                    .containsExactlyInAnyOrder(SilentFlight.Habit.values());
        }
    }

    private void print() {
        System.out.println("ended: " + ends);
        System.out.println("people: " + habits);
        System.out.println("ways out: " + waysOut);
        System.out.println("refused: " + refusals);
        told.keySet().removeIf(code -> !code.endsWith(".due") && !code.endsWith(".late"));
        System.out.println("reminders and escalations: " + told);
        System.out.println("days waited: task, times, middle, 9 of 10, longest");
        waits.forEach((task, times) -> {
            times.sort(Comparator.naturalOrder());
            System.out.printf(
                    "  %-32s %5d %7.1f %7.1f %7.1f%n",
                    task.replace("userTask_", ""), times.size(), days(times, 0.5), days(times, 0.9), days(times, 1));
        });
    }

    private static double days(List<Duration> sorted, double share) {
        int place = (int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1)));
        return sorted.get(place).toMinutes() / 1440.0;
    }

    /** Whether any of its processes runs. */
    boolean goesOn(OperationReference flight) {
        return !exampleUsers.instancesOf(flight)[0].equals("over");
    }

    /** The group that a task waits for, and what its form shows. */
    OpenForm form(String task) {
        String group = tasks.getIdentityLinksForTask(task).stream()
                .map(link -> link.getGroupId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new OpenForm(group, forms.getTaskFormVariables(task));
    }

    Map<String, Object> example(String task, OperationReference flight) {
        return examples.of(tasks.createTaskQuery().taskId(task).singleResult(), flight);
    }

    /** The last one first. */
    List<String> members(String group) {
        return members.computeIfAbsent(
                group,
                id -> identity.createUserQuery().memberOfGroup(id).list().stream()
                        .map(user -> user.getId())
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** Throws the product's refusal, which the engine wraps. */
    void submits(String user, String task, Map<String, ?> fields) {
        try {
            exampleUsers.as(user, () -> {
                tasks.claim(task, user);
                forms.submitTaskForm(task, new HashMap<>(fields));
            });
        } catch (ProcessEngineException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refused) {
                    tasks.setAssignee(task, null);
                    throw refused;
                }
            }
            throw thrown;
        }
    }

    /** Somebody of no group that the task waits for. */
    void refusedToStrangers(String task, String group) {
        String stranger = group.startsWith("GB") ? "sedoctor" : "gbdoctor";
        assertThatThrownBy(() -> submits(stranger, task, Map.of()))
                .isInstanceOfAny(Refusal.class, AuthorizationException.class);
    }

    /** Whoever sends the same form once more is refused: the task is gone. */
    void refusedTwice(String user, String task) {
        assertThatThrownBy(() -> submits(user, task, Map.of()))
                .isInstanceOfAny(Refusal.class, AuthorizationException.class, NullValueException.class);
    }

    /** A party's doctor acts for its coordinator who is away; everybody else is there. */
    String substituteOf(String member, String group) {
        if (!group.endsWith("coordinator") || group.startsWith("FX")) {
            return member;
        }
        String substitute = group.substring(0, 2).toLowerCase(Locale.ROOT) + "doctor";
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String agreeing = group.substring(0, 2).toLowerCase(Locale.ROOT) + "legal1";
        exampleUsers.as(
                member,
                () -> substitutions.enter(
                        new TypedFields(Map.of(
                                "substitute",
                                substitute,
                                "firstDay",
                                today.toString(),
                                "lastDay",
                                today.plusDays(2).toString(),
                                "agreedBy",
                                agreeing)),
                        List.of(group)));
        exampleUsers.as(agreeing, () -> {
            away = substitutions.listed().get(0).id();
            substitutions.agree(away);
        });
        exampleUsers.as(substitute, () -> substitutions.act(away));
        return substitute;
    }

    /** The states that the organiser may leave out now. */
    List<Party> choices(OperationReference flight, String act) {
        return acts.named(act).choices(flights.get(flight)).getOrDefault("party", List.of());
    }

    /** When the flight's timers fire, but those that stand still. */
    Stream<Instant> timers(OperationReference flight) {
        return management
                .createJobQuery()
                .timers()
                .active()
                .processInstanceIds(Set.of(exampleUsers.instancesOf(flight)))
                .list()
                .stream()
                .map(timer -> timer.getDuedate().toInstant());
    }
}
