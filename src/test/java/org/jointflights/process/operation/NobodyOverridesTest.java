package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.process.operation.OperationCrew.FR;
import static org.jointflights.process.operation.OperationCrew.SE;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
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
import org.jointflights.process.operation.WrongGates.Asked;
import org.jointflights.process.operation.WrongGates.Flaw;
import org.jointflights.process.operation.WrongGates.Turns;
import org.jointflights.security.StoredState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No role can override a gate. One flight stands before each step that gates block; one gate after the other is taken from its
 * record, contradicted, made too old, or somebody is stopped, and somebody of every group tries to get past it by the task that
 * leads past it. {@code NobodyOverridesByActTest} does the same by every act of the flight's page. The build asks a sample of them,
 * in which everybody, every gate and every flaw occurs at each step; {@code -Dnobody=all} asks everybody everything, of each state.
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

        Map<String, Object> fields(Party of) {
            long people = of.equals(FR) ? 10 : 5;
            return switch (this) {
                case BOARDING ->
                    of.equals(FR)
                            ? Map.of(
                                    "returnees",
                                    people,
                                    "escorts",
                                    12L,
                                    "medical",
                                    1L,
                                    "interpreters",
                                    1L,
                                    "monitors",
                                    1L)
                            : Map.of("returnees", people, "escorts", 8L);
                case DEPARTURE, GOING_ON -> Map.of("decision", "CLEAR");
                case HAND_OVER -> Map.of("handedOver", people, "withProperty", people);
            };
        }
    }

    /** Who may let the aircraft leave. */
    private static final String LEADER = "frescortleader";

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
    private WrongGates gates;

    @Autowired
    void hire(AutowireCapableBeanFactory beans) {
        crew = beans.createBean(OperationCrew.class);
    }

    @BeforeEach
    void openDesk() {
        users.open();
        gates = new WrongGates(database, rules);
    }

    @AfterEach
    void leaveNoTable() {
        gates.leaveNoTable();
    }

    /** Where a state's people go on board or leave it, in the build those of one state. */
    static Stream<Arguments> steps() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(FR, SE)
                        .filter(party -> party.equals(FR) || (WrongGates.ALL && step.ofState))
                        .map(party -> Arguments.of(step, party)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void no_role_gets_past_a_gate_that_is_unanswered_negative_stale_or_stopped(Step step, Party of) {
        OperationReference flight = standingBefore(step);
        String leader = of.code().toLowerCase(Locale.ROOT) + "escortleader";
        List<String> everybody = OneOfEveryGroup.of(PARTIES);
        Turns<String> turns = new Turns<>(everybody);
        Set<Flaw> flawed = EnumSet.noneOf(Flaw.class);
        int attempts = 0;
        Set<Gate> tried = new TreeSet<>();
        Task way = wayPast(step, flight, leader);
        List<Asked> asks = gates(flight, step, of);
        // Whoever may do the task at all, and of the others as many that each has a turn.
        int others = Math.max(2, everybody.size() / (asks.size() * 3) + 1);
        for (Asked asked : asks) {
            for (Flaw flaw : gates.flaws(flight, asked.gate())) {
                List<Object> whole = StoredState.of(database);
                gates.makeWrong(flight, asked, flaw);
                List<Object> before = StoredState.of(database);
                Set<String> people = new LinkedHashSet<>(turns.take(others));
                people.add(leader);
                for (String person : people) {
                    String what = person + " past " + asked + ", " + flaw;
                    if (person.equals(leader) && !step.ofState) {
                        assertHeldBack(what, flight, step, way);
                    } else {
                        assertRefused(
                                what, catchThrowable(() -> users.as(person).submits(way, step.fields(of))));
                    }
                    attempts++;
                }
                StoredState.assertUnchanged(before, database);
                gates.putRight(flight, flaw);
                assertThat(StoredState.of(database)).as("as it was").hasSameSizeAs(whole);
                flawed.add(flaw);
            }
            tried.add(asked.gate());
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(step == Step.HAND_OVER ? 3 : 2);
        assertThat(flawed).containsExactly(Flaw.values());
        assertThat(turns.haveAllBeen()).as("everybody has tried").isTrue();
        if (WrongGates.ALL) {
            System.out.printf(
                    "%s of %s: %d people, %d gates by state, %d attempts%n",
                    step, of, everybody.size(), asks.size(), attempts);
        }
        // And with every gate as it was the way is open: what was refused was refused for the gate.
        users.as(leader).submits(way, step.fields(of));
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
            Throwable refused = catchThrowable(() -> users.as(LEADER).submits(way, step.fields(FR)));
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

    /** The gates without which the step is refused. */
    private List<Asked> gates(OperationReference flight, Step step, Party of) {
        String point = switch (step) {
            case BOARDING, DEPARTURE -> "%";
            case GOING_ON -> "STOPOVER";
            case HAND_OVER -> "LAST_CALL";
        };
        return gates.of(
                flight,
                point,
                asked -> (!step.ofState
                                || asked.party().equals(of.code())
                                || asked.gate().isForFlight())
                        && (step != Step.BOARDING || blocks(flight, asked.gate(), GateRule.Step.BOARDING))
                        && (step != Step.GOING_ON
                                || !asked.party().equals("FR")
                                || asked.gate().isForFlight()));
    }

    private boolean blocks(OperationReference flight, Gate gate, GateRule.Step step) {
        return rules.of(flight).orElseThrow().rows().stream()
                .anyMatch(rule -> rule.gate() == gate && rule.blocks() == step);
    }

    /** It is claimed by whoever may do it. */
    private Task wayPast(Step step, OperationReference flight, String leader) {
        Task way = users.as(leader).open(step.task, flight);
        users.as(leader).does(() -> tasks.claim(way.getId(), leader));
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
