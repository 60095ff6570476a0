package org.jointflights.faults;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Circumstances;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.TestEvidence;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleUsers;

/** French flights that everybody's tasks have brought to the point where two acts compete. */
class FlightsUnderWay {

    static final Party FR = new Party("FR");
    static final Money CHARTER = Money.euro(30_000_000);
    static final Seats SEATS = new Seats(3, 6, 1, 1, 1, 0);

    private final TasklistUsers tasklist;
    private final ExampleUsers users;
    private final ExampleSteps steps;
    private final Flights flights;
    private final Participations participations;
    private final KeptGateRules rules;
    private final GateAnswers gates;
    private final TestClock clock;

    FlightsUnderWay(
            TasklistUsers tasklist,
            ExampleUsers users,
            ExampleSteps steps,
            Flights flights,
            Participations participations,
            KeptGateRules rules,
            GateAnswers gates,
            TestClock clock) {
        this.tasklist = tasklist;
        this.users = users;
        this.steps = steps;
        this.flights = flights;
        this.participations = participations;
        this.rules = rules;
        this.gates = gates;
        this.clock = clock;
    }

    /** Asked are these and the organiser; nobody has answered. */
    OperationReference proposed(List<String> invited) {
        clock.set(TestClock.START);
        return tasklist.as("frcoordinator")
                .proposes(Map.of("embarkations", "CDG", "invited", String.join(", ", invited), "capacity", 300L));
    }

    /** All take part, and the budget of one charter is entered; its split is not made yet. */
    OperationReference beforeSplit(List<String> invited) {
        OperationReference flight = proposed(invited);
        steps.takesPart(flight, FR, SEATS, "CDG", "");
        invited.forEach(state -> steps.takesPart(flight, new Party(state), SEATS, "CDG", ""));
        steps.plan(flight, "Air One", CHARTER, 300, "CGLPL");
        tasklist.as("frcoordinator")
                .completes(
                        "userTask_addCostItem",
                        flight,
                        Map.of(
                                "action", "ADD",
                                "category", "CHARTER",
                                "description", "charter",
                                "amount", CHARTER.decimal().toPlainString(),
                                "payer", "FR",
                                "sharing", "ALL",
                                "key", "PER_RETURNEE",
                                "another", "no"));
        return flight;
    }

    /** The version is frozen and waits for its signatures. */
    OperationReference toSign(List<String> invited) {
        OperationReference flight = beforeSplit(invited);
        users.runJobs(flight);
        steps.acceptShares(flight, Set.of());
        Map<Party, Money> ceilings = new HashMap<>(Map.of(FR, Money.euro(0)));
        invited.forEach(state -> ceilings.put(new Party(state), Money.euro(0)));
        steps.ceilings(flight, ceilings, party -> "NATIONAL");
        return flight;
    }

    /** Everybody has signed; the carrier can be contracted. */
    OperationReference toContract(List<String> invited) {
        OperationReference flight = toSign(invited);
        steps.signatures(flight);
        users.completeAll("userTask_giveGo", flight, form -> Map.of("answer", "SIGN"));
        return flight;
    }

    /** The count-down is on record as confirmed, and people may board. */
    OperationReference boarding(List<String> invited) {
        OperationReference flight = toContract(invited);
        users.complete(
                "frcoordinator",
                "userTask_contractCarrier",
                flight,
                Map.of("price", CHARTER.decimal().toPlainString(), "signed", "yes"));
        users.completeByExample(flight);
        clock.set(flights.get(flight).departure().minusHours(3).toInstant());
        Safeguards safeguards = new Safeguards(
                Journey.of(flights.get(flight), participations.of(flight)),
                rules.of(flight).orElseThrow(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                Circumstances.NONE,
                clock.instant());
        GatePoint.countDown().stream()
                .filter(point -> point != GatePoint.BOARDING)
                .flatMap(point -> safeguards.askedAt(point).stream())
                .forEach(question -> gates.add(new GateAnswer(
                        flight,
                        question,
                        GateAnswer.Verdict.CONFIRMED,
                        null,
                        TestEvidence.of(
                                question,
                                SEATS.returnees(),
                                SEATS.returnees() * (invited.size() + 1),
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        "test",
                        clock.instant())));
        users.fireTimersUntil(clock.instant(), flight);
        return flight;
    }

    /** All gates are confirmed and everybody is counted: one click, and the aircraft leaves. */
    void board(OperationReference flight) {
        clock.set(flights.get(flight).departure().minusHours(3).toInstant());
        steps.confirmOpenGates(flight);
        Function<ExampleUsers.OpenForm, Map<String, ?>> everybody = form -> Map.of(
                "returnees", (long) SEATS.returnees(),
                "escorts", (long) SEATS.escorts(),
                "medical", (long) SEATS.medical(),
                "interpreters", (long) SEATS.interpreters(),
                "monitors", (long) SEATS.monitors());
        users.completeAll("userTask_countAboard", flight, everybody);
    }
}
