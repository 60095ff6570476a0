package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.process.operation.OperationCrew.FR;
import static org.jointflights.process.operation.OperationCrew.SE;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.process.OneOfEveryGroup;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.security.StoredState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No role can override a gate. One flight stands before each step that gates block; one gate after the other is taken from its
 * record, contradicted, made too old, or somebody is stopped, and somebody of every group tries to get past it by the task that
 * leads past it. {@code NobodyOverridesByActTest} does the same by every act of the flight's page.
 */
@ProcessTest
class NobodyOverridesTest {

    /** What a flight stands before, and the task that leads past it. */
    private enum Step {
        BOARDING("userTask_countAboard", true),
        DEPARTURE("userTask_clearDeparture", false),
        GOING_ON("userTask_clearOnward", false),
        HAND_OVER("userTask_confirmHandOver", true);

        private final String task;
        private final boolean ofState;

        Step(String task, boolean ofState) {
            this.task = task;
            this.ofState = ofState;
        }

        Map<String, Object> fields() {
            return switch (this) {
                case BOARDING ->
                    Map.of("returnees", 10L, "escorts", 12L, "medical", 1L, "interpreters", 1L, "monitors", 1L);
                case DEPARTURE, GOING_ON -> Map.of("decision", "CLEAR");
                case HAND_OVER -> Map.of("handedOver", 10L, "withProperty", 10L);
            };
        }
    }

    /** What is wrong with a gate. */
    private enum Flaw {
        UNANSWERED,
        NEGATIVE,
        STALE,
        STOPPED
    }

    /** Who may do what leads past, if every gate is met. */
    private static final String LEADER = "frescortleader";

    /** Everybody tries it where a gate is unanswered; where it is answered wrongly those who could think that they may. */
    private static final List<String> SOME =
            List.of(LEADER, "seescortleader", "frcoordinator", "rightsofficer1", "executive1", "manager1", "admin");

    private static final List<String> PARTIES = List.of("FR", "SE", "GB", "FX");

    @Autowired
    private TasklistUsers users;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CloseFlight closing;

    @Autowired
    private Flights flights;

    @Autowired
    private TrailEntries trail;

    @Autowired
    private KeptGateRules rules;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private OperationCrew crew;

    @Autowired
    void hire(AutowireCapableBeanFactory beans) {
        crew = beans.createBean(OperationCrew.class);
    }

    @BeforeEach
    void openDesk() {
        users.open();
    }

    @AfterEach
    void leaveNoTable() {
        database.sql("drop table if exists answers_kept").update();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void no_role_gets_past_a_gate_that_is_unanswered_negative_stale_or_stopped(Step step) {
        OperationReference flight = standingBefore(step);
        Set<Gate> tried = new TreeSet<>();
        Task way = wayPast(step, flight);
        for (Asked asked : gates(flight, step)) {
            for (Flaw flaw : Flaw.values()) {
                if (flaw == Flaw.STALE && !growsOld(flight, asked.gate())) {
                    continue;
                }
                List<Object> whole = StoredState.of(database);
                makeWrong(flight, asked, flaw);
                List<Object> before = StoredState.of(database);
                for (String person : flaw == Flaw.UNANSWERED ? OneOfEveryGroup.of(PARTIES) : SOME) {
                    String what = person + " past " + asked + ", " + flaw;
                    if (person.equals(LEADER) && !step.ofState) {
                        assertHeldBack(what, flight, step, way);
                    } else {
                        assertRefused(
                                what, catchThrowable(() -> users.as(person).submits(way, step.fields())));
                    }
                }
                StoredState.assertUnchanged(before, database);
                putRight(flight, flaw);
                assertThat(StoredState.of(database)).as("as it was").hasSameSizeAs(whole);
            }
            tried.add(asked.gate());
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(step == Step.HAND_OVER ? 3 : 2);
        // And with every gate as it was the way is open: what was refused was refused for the gate.
        crew.leader(FR).submits(way, step.fields());
    }

    @Test
    void nobody_closes_a_flight_whose_reports_and_erasure_are_not_in() {
        OperationReference flight = standingBefore(Step.HAND_OVER);
        List<Object> before = StoredState.of(database);
        for (String person : OneOfEveryGroup.of(PARTIES)) {
            assertRefused(person, catchThrowable(() -> users.as(person).does(() -> closing.close(flight))));
        }
        StoredState.assertUnchanged(before, database);
    }

    /** Refused, or taken for a wish to have asked again what has grown old: then the aircraft stands, and everything is undone here. */
    private void assertHeldBack(String what, OperationReference flight, Step step, Task way) {
        Stage stage = flights.get(flight).stage();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            Throwable refused = catchThrowable(() -> users.as(LEADER).submits(way, step.fields()));
            if (refused == null) {
                users.runJobs(flight);
                assertThat(flights.get(flight).stage()).as(what).isEqualTo(stage);
                assertThat(trail.of(flight))
                        .as(what)
                        .extracting(entry -> entry.event())
                        .endsWith(TrailEvent.HELD_BACK);
                assertThat(users.openTasks(flight))
                        .as(what)
                        .doesNotContain("userTask_recordLanding", "userTask_answerLastCall");
            } else {
                assertRefused(what, refused);
            }
            transaction.setRollbackOnly();
        });
    }

    /** With one sentence for whoever may do the task at all; with the engine's own refusal for everybody else. */
    private static void assertRefused(String what, Throwable thrown) {
        assertThat(thrown).as(what).isNotNull();
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Refusal) && !(cause instanceof AuthorizationException)) {
            cause = cause.getCause();
        }
        assertThat(cause).as(what + ": " + thrown).isNotNull();
        if (cause instanceof Refusal refusal) {
            assertThat(refusal.asSentence().in(Locale.ENGLISH)).as(what).isNotBlank();
        }
    }

    /** A gate that the flight was asked, by the state that answered it. */
    private record Asked(Gate gate, String party) {}

    /** The gates without which the step is refused, each by the first state that was asked. */
    private List<Asked> gates(OperationReference flight, Step step) {
        Map<Gate, Asked> first = new LinkedHashMap<>();
        allGates(flight, step).forEach(asked -> first.putIfAbsent(asked.gate(), asked));
        return List.copyOf(first.values());
    }

    private Set<Asked> allGates(OperationReference flight, Step step) {
        String point = switch (step) {
            case BOARDING, DEPARTURE -> "%";
            case GOING_ON -> "STOPOVER";
            case HAND_OVER -> "LAST_CALL";
        };
        return new LinkedHashSet<>(database
                .sql("""
                        select distinct gate, party from gate_answer where reference = ? and point like ? order by 1, 2
                        """)
                .params(flight.value(), point)
                .query((row, number) -> new Asked(Gate.numbered(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .filter(asked -> !step.ofState || asked.party().equals("FR"))
                .filter(asked -> step != Step.BOARDING || blocks(flight, asked.gate(), GateRule.Step.BOARDING))
                .filter(asked -> step != Step.GOING_ON
                        || !asked.party().equals("FR")
                        || asked.gate().isForFlight())
                .toList());
    }

    private boolean blocks(OperationReference flight, Gate gate, GateRule.Step step) {
        return rules.of(flight).orElseThrow().rows().stream()
                .anyMatch(rule -> rule.gate() == gate && rule.blocks() == step);
    }

    private boolean growsOld(OperationReference flight, Gate gate) {
        return rules.of(flight).orElseThrow().rows().stream()
                .filter(rule -> rule.gate() == gate)
                .allMatch(rule -> rule.fresh() != null);
    }

    private void makeWrong(OperationReference flight, Asked asked, Flaw flaw) {
        database.sql("create table if not exists answers_kept as select * from gate_answer where reference = ?")
                .param(flight.value())
                .update();
        String gate = asked.gate().number();
        switch (flaw) {
            case UNANSWERED ->
                database.sql("delete from gate_answer where reference = ? and gate = ? and party = ?")
                        .params(flight.value(), gate, asked.party())
                        .update();
            case NEGATIVE ->
                database.sql("""
                                insert into gate_answer (reference, run, party, gate, point, stop, verdict, reason, answered_by, at)
                                select reference, run, party, gate, point, stop, 'STOP', 'no', 'somebody', at from gate_answer
                                where reference = ? and gate = ? and party = ?
                                """).params(flight.value(), gate, asked.party()).update();
            case STALE ->
                database.sql("update gate_answer set at = ? where reference = ? and gate = ? and party = ?")
                        .params(
                                Timestamp.from(TestClock.START.minus(Duration.ofDays(400))),
                                flight.value(),
                                gate,
                                asked.party())
                        .update();
            case STOPPED ->
                database.sql("""
                                insert into stop_order (reference, number, party, cause, reason, ordered_by, as_group, at)
                                values (?, 99, ?, 'COURT', 'a stay', 'somebody', ?, ?)
                                """)
                        .params(
                                flight.value(),
                                asked.gate().isForFlight() ? null : asked.party(),
                                asked.party() + "legal",
                                Timestamp.from(TestClock.START))
                        .update();
        }
    }

    private void putRight(OperationReference flight, Flaw flaw) {
        if (flaw == Flaw.STOPPED) {
            database.sql("delete from stop_order where reference = ? and number = 99")
                    .param(flight.value())
                    .update();
        }
        database.sql("delete from gate_answer where reference = ?")
                .param(flight.value())
                .update();
        database.sql("insert into gate_answer overriding system value select * from answers_kept order by id")
                .update();
        database.sql("drop table answers_kept").update();
    }

    /** It is claimed by whoever may do it. */
    private Task wayPast(Step step, OperationReference flight) {
        Task way = users.as(LEADER).open(step.task, flight);
        users.as(LEADER).does(() -> tasks.claim(way.getId(), LEADER));
        return way;
    }

    private OperationReference standingBefore(Step step) {
        return switch (step) {
            case BOARDING -> boarding();
            case DEPARTURE -> {
                OperationReference flight = boarding();
                crew.countsAboard(FR, Step.BOARDING.task, flight, 10);
                crew.countsAboard(SE, Step.BOARDING.task, flight, 5);
                yield flight;
            }
            case GOING_ON -> onTheWay();
            case HAND_OVER -> {
                OperationReference flight = crew.frenchFlightInTheAir();
                crew.lands(FR, flight);
                crew.confirmAll("userTask_answerLastCall", flight);
                yield flight;
            }
        };
    }

    private OperationReference boarding() {
        OperationReference flight = crew.frenchFlight();
        crew.start(flight);
        crew.openBoarding(flight);
        crew.confirmAll("userTask_confirmBoarding", flight);
        return flight;
    }

    /** The French have been handed over in Pristina; the Swedes are to fly on to Tirana. */
    private OperationReference onTheWay() {
        OperationReference flight = crew.flight(
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("PRN", Purpose.DESTINATION, 1600),
                new Stop("TIA", Purpose.DESTINATION, 200),
                new Stop("CDG", Purpose.RETURN, 1700));
        crew.takesPart(flight, FR, new Seats(10, 2, 1, 1, 1, 0), "CDG", "PRN");
        crew.takesPart(flight, SE, new Seats(5, 2, 0, 0, 0, 0), "CDG", "TIA");
        crew.start(flight);
        crew.openBoarding(flight);
        crew.confirmAll("userTask_confirmBoarding", flight);
        crew.countsAboard(FR, Step.BOARDING.task, flight, 10);
        crew.countsAboard(SE, Step.BOARDING.task, flight, 5);
        crew.clears(FR, Step.DEPARTURE.task, flight);
        crew.lands(FR, flight);
        crew.confirmAll("userTask_answerLastCall", flight);
        crew.handsOver(FR, flight, 10);
        crew.confirmAll("userTask_confirmStopover", flight);
        return flight;
    }
}
