package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Gate;
import org.jointflights.process.OneOfEveryGroup;
import org.jointflights.process.operation.WrongGates;
import org.jointflights.process.operation.WrongGates.Asked;
import org.jointflights.process.operation.WrongGates.Flaw;
import org.jointflights.process.operation.WrongGates.Turns;
import org.jointflights.security.StoredState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No role can override a gate by any act of the flight's page. One gate after the other is taken from the record of a flight that
 * stands before its departure, and at its stop-over, contradicted, made too old, or somebody is stopped; somebody of every group
 * does everything that a page could offer, and the aircraft still stands: what the act changed is looked at and undone, what was
 * refused has changed nothing. The build asks a sample, in which every act, everybody, every gate and every flaw occurs;
 * {@code -Dnobody=all} asks everybody everything, with {@code -Dnobody.at=userTask_clearOnward} at the stop-over alone.
 */
class NobodyOverridesByActTest extends FlightCase {

    private static final String LEADER = "frescortleader";
    /** How many acts somebody tries in a sample beside those that are theirs. */
    private static final int OTHER_ACTS = 4;

    private static final String ONLY_AT = System.getProperty("nobody.at", "");

    private static final List<String> PARTIES = List.of("FR", "GB", "IT", "FX");
    private static final Map<Party, Seats> ABOARD =
            Map.of(FR, new Seats(10, 12, 2, 1, 2, 0), GB, new Seats(8, 8, 1, 0, 1, 0));

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    List<FlightAct> everyAct;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    KeptGateRules rules;

    private final Set<String> actsDone = new HashSet<>();
    private Turns<String> people = new Turns<>(OneOfEveryGroup.of(PARTIES));
    private WrongGates gates;

    @BeforeEach
    void readTheGates() {
        gates = new WrongGates(database, rules);
    }

    @AfterEach
    void leaveNoTable() {
        gates.leaveNoTable();
    }

    @Test
    void no_act_of_any_role_leads_past_a_gate() {
        OperationReference flight = planned();
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboard", ABOARD);
        triesEverything(flight, "userTask_clearDeparture", 2);

        exampleUsers.completeAll("userTask_clearDeparture", flight, form -> Map.of("decision", "CLEAR"));
        lands(flight);
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboardAtStop", ABOARD);
        triesEverything(flight, "userTask_clearOnward", 1);

        assertThat(people.haveAllBeen()).as("everybody has tried").isTrue();
        assertThat(actsDone)
                .as("what somebody did who may, or tried")
                .containsExactlyInAnyOrderElementsOf(
                        everyAct.stream().map(FlightAct::path).toList());
    }

    /** Each gate has one flaw after the other, in a sample one of them. */
    private void triesEverything(OperationReference flight, String wayPast, int peopleForEach) {
        if (!wayPast.contains(ONLY_AT)) {
            return;
        }
        Task way = users.as(LEADER).open(wayPast, flight);
        users.as(LEADER).does(() -> tasks.claim(way.getId(), LEADER));
        assertThat(mayLeave(flight, way)).as("with every gate").isTrue();
        Turns<FlightAct> others = new Turns<>(everyAct);
        Set<Flaw> flawed = EnumSet.noneOf(Flaw.class);
        Set<Gate> tried = EnumSet.noneOf(Gate.class);
        List<Asked> asks = gates.of(flight, "%", asked -> true);
        int done = 0;
        int attempts = 0;
        int turn = 0;
        for (Asked asked : asks) {
            List<Flaw> all = gates.flaws(flight, asked.gate());
            for (Flaw flaw : WrongGates.ALL ? all : List.of(all.get(turn++ % all.size()))) {
                gates.makeWrong(flight, asked, flaw);
                assertThat(mayLeave(flight, way)).as(asked + ", " + flaw).isFalse();
                Stage stage = flights.get(flight).stage();
                List<Object> before = StoredState.of(database);
                for (String person : people.take(peopleForEach)) {
                    Set<String> possible = new HashSet<>();
                    users.as(person).does(() -> possible(flight).forEach(act -> possible.add(act.path())));
                    Set<FlightAct> tries = new LinkedHashSet<>(others.take(OTHER_ACTS));
                    everyAct.stream()
                            .filter(act -> possible.contains(act.path()))
                            .forEach(tries::add);
                    for (FlightAct act : tries) {
                        String what = person + " by " + act.path() + " past " + asked + ", " + flaw;
                        if (possible.contains(act.path())) {
                            assertStillStands(what, flight, stage, way, () -> does(person, flight, act, flaw));
                            done++;
                        } else {
                            assertRefused(what, catchThrowable(() -> does(person, flight, act, flaw)));
                        }
                        actsDone.add(act.path());
                        attempts++;
                    }
                }
                StoredState.assertUnchanged(before, database);
                gates.putRight(flight, flaw);
                flawed.add(flaw);
            }
            tried.add(asked.gate());
        }
        assertThat(done).as("acts that were somebody's to do").isGreaterThan(10);
        assertThat(flawed).containsExactly(Flaw.values());
        assertThat(tried).hasSizeGreaterThan(10);
        if (WrongGates.ALL) {
            System.out.printf(
                    "%s: %d acts, %d gates by state, %d attempts, %d of them acts that were somebody's to do%n",
                    wayPast, everyAct.size(), asks.size(), attempts, done);
        }
        assertThat(mayLeave(flight, way)).as("it was these gates that held it").isTrue();
    }

    /** None, where the flight is not the person's to look at. */
    private List<FlightAct> possible(OperationReference flight) {
        try {
            return acts.possible(flight);
        } catch (Refusal notTheirs) {
            return List.of();
        }
    }

    private void does(String person, OperationReference flight, FlightAct act, Flaw flaw) {
        users.as(person).does(() -> acts.perform(flight, act, plausible(act, flaw)));
    }

    private static void assertRefused(String what, Throwable refused) {
        assertThat(refused).as(what).isInstanceOf(Refusal.class);
        assertThat(((Refusal) refused).asSentence().in(Locale.ENGLISH)).as(what).isNotBlank();
    }

    /**
     * What is somebody's to do, is done, looked at and undone, unless what was typed does not fit. Whoever cancels, postpones
     * or ends the flight has not flown it.
     */
    private void assertStillStands(String what, OperationReference flight, Stage stage, Task way, Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            Throwable refused = catchThrowable(act::run);
            if (refused != null) {
                assertRefused(what, refused);
                return;
            }
            users.runJobs(flight);
            Stage now = flights.get(flight).stage();
            boolean ended = Set.of(Stage.SETTLEMENT, Stage.CANCELLED).contains(now);
            assertThat(now == stage || now.compareTo(stage) < 0 || ended)
                    .as(what + " leads to " + now)
                    .isTrue();
            assertThat(users.openTasks(flight))
                    .as(what)
                    .doesNotContain("userTask_recordLanding", "userTask_confirmHandOver");
            assertThat(mayLeave(flight, way)).as(what).isFalse();
        });
    }

    /** Whether the aircraft is on its way if the leader of the escorts clears it now, which is undone at once. */
    private boolean mayLeave(OperationReference flight, Task way) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            Throwable refused = catchThrowable(() -> users.as(LEADER).submits(way, Map.of("decision", "CLEAR")));
            if (refused == null) {
                users.runJobs(flight);
            }
            return refused == null && users.openTasks(flight).contains("userTask_recordLanding");
        }));
    }

    /** What somebody could type who may do it. */
    private static Map<String, Object> plausible(FlightAct act, Flaw flaw) {
        Map<String, Object> all = new HashMap<>();
        List.of(
                        "reason=it must go on",
                        "embarkations=CDG STN",
                        "destinations=LOS",
                        "capacity=300",
                        "departure=2027-06-20 10:00",
                        "party=GB",
                        "advice=RESUME",
                        "adviceReasons=it must go on",
                        "causedBy=NOBODY",
                        "stopped=GB",
                        "cause=OTHER",
                        "stopNumber=1",
                        "view=it must go on",
                        "leftBehind=GB",
                        "restrainedOf=GB",
                        "assessments=1",
                        "permitKind=LANDING",
                        "permitState=NG",
                        "permitAnswer=GRANTED",
                        "validOn=2027-06-22",
                        "channel=ORDINARY",
                        "incidentCategory=CATEGORY_1",
                        "incidentPhase=BEFORE_DEPARTURE",
                        "personsConcerned=1",
                        "whatHappened=something",
                        "receivedOn=2027-05-01",
                        "complaintLanguage=fr",
                        "complaintAbout=FR",
                        "complaintReference=C-1")
                .forEach(typed -> all.put(typed.split("=", 2)[0], typed.split("=", 2)[1]));
        if (flaw == Flaw.STOPPED) {
            all.put("stopNumber", "99");
        }
        all.keySet().retainAll(act.fields());
        return all;
    }

    private OperationReference planned() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        steps.takesPart(flight, FR, ABOARD.get(FR), "CDG", "");
        steps.takesPart(flight, GB, ABOARD.get(GB), "STN", "");
        steps.plan(flight, "Air One", Money.euro(4_000_000), 60, "CGLPL");
        steps.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(FR, Money.euro(0), GB, Money.euro(0)), party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, Money.euro(4_000_000));
        steps.confirmOpenGates(flight);
        return flight;
    }
}
