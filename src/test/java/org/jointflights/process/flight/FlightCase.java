package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.CancelFlight;
import org.jointflights.application.flight.acts.ChangePlan;
import org.jointflights.application.flight.acts.PostponeFlight;
import org.jointflights.application.flight.acts.SuspendFlight;
import org.jointflights.application.flight.acts.WithdrawState;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleSteps.Claimed;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.example.ExampleUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of whole flights share: the start form, the gates day by day, and the accounts read back. */
@ProcessTest
abstract class FlightCase {

    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Party ES = new Party("ES");
    static final Party SE = new Party("SE");
    static final Party BE = new Party("BE");
    static final Party FI = new Party("FI");
    static final Party FX = Party.FRONTEX;

    private static final int[] GATE_DAYS = {28, 21, 14, 10, 7, 5, 3, 2, 1};

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    ExampleSteps steps;

    @Autowired
    ExampleUsers exampleUsers;

    @Autowired
    ReadFlownSeats flown;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    WithdrawState states;

    @Autowired
    SuspendFlight suspension;

    @Autowired
    ChangePlan plan;

    @Autowired
    PostponeFlight postponement;

    @Autowired
    CancelFlight cancellation;

    @Autowired
    ReadAccounts accounts;

    @Autowired
    Claims claims;

    @Autowired
    Transfers transfers;

    @BeforeEach
    void open() {
        users.open();
    }

    /** The organiser's coordinator fills in the start form. */
    OperationReference proposed(
            Party organiser,
            String destination,
            String embarkations,
            String destinations,
            String departure,
            int capacity,
            String invited) {
        return users.as(ExampleSteps.user(organiser, "coordinator"))
                .proposes(Map.of(
                        "organiser", organiser.code(),
                        "destination", destination,
                        "embarkations", embarkations,
                        "destinations", destinations,
                        "departure", departure,
                        "capacity", (long) capacity,
                        "invited", invited));
    }

    void on(String instant) {
        clock.set(Instant.parse(instant));
    }

    /** One hour into the day that lies so many days before departure, at the departure airport. */
    void onDayBefore(OperationReference flight, int days) {
        clock.set(Deadlines.daysBefore(flights.get(flight).departure(), days)
                .toInstant()
                .plus(Duration.ofHours(1)));
        exampleUsers.fireTimersUntil(clock.instant(), flight);
    }

    /** Everybody confirms every gate on its day, from the first day given down to the last. */
    void passGates(OperationReference flight, int firstDay, int lastDay) {
        for (int day : GATE_DAYS) {
            if (day <= firstDay && day >= lastDay) {
                onDayBefore(flight, day);
                steps.confirmOpenGates(flight);
            }
        }
    }

    void boardingOpens(OperationReference flight) {
        clock.set(flights.get(flight).departure().minusHours(3).toInstant());
        exampleUsers.fireTimersUntil(clock.instant(), flight);
    }

    /** All gates are confirmed where the aircraft starts, the people are counted, and it leaves. */
    void board(OperationReference flight, Map<Party, Seats> aboard) {
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboard", aboard);
        exampleUsers.completeAll("userTask_clearDeparture", flight, form -> Map.of("decision", "CLEAR"));
    }

    void lands(OperationReference flight) {
        exampleUsers.completeAll("userTask_recordLanding", flight, form -> Map.of("outcome", "LANDED"));
    }

    /** Everybody who flew back is there. */
    void landsBack(OperationReference flight, Map<Party, Seats> aboard) {
        exampleUsers.completeAll(
                "userTask_countReturned",
                flight,
                form -> Map.of("landedBack", (long) aboard.get(form.party()).returnees()));
    }

    /** The same where it stops on the way. */
    void flyOn(OperationReference flight, Map<Party, Seats> aboard) {
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboardAtStop", aboard);
        exampleUsers.completeAll("userTask_clearOnward", flight, form -> Map.of("decision", "CLEAR"));
    }

    void counts(OperationReference flight, String task, Map<Party, Seats> aboard) {
        exampleUsers.completeAll(task, flight, form -> {
            Seats seats = aboard.get(form.party());
            return Map.of(
                    "returnees", (long) seats.returnees(),
                    "escorts", (long) seats.escorts(),
                    "medical", (long) seats.medical(),
                    "interpreters", (long) seats.interpreters(),
                    "monitors", (long) seats.monitors());
        });
    }

    /** Somebody takes people off the list and confirms the gates for the others. */
    void takesOff(OperationReference flight, String user, String task, int persons, String cause) {
        answersGates(
                flight,
                user,
                task,
                "CONFIRMED",
                Map.of("takenOff", (long) persons, "cause", cause, "why", "authority and reference"));
    }

    void answersGates(OperationReference flight, String user, String task, String verdict, Map<String, ?> more) {
        Task open = users.as(user).open(task, flight);
        Map<String, Object> fields = new HashMap<>(more);
        ExampleSteps.places(users.values(open)).forEach(place -> {
            fields.put("answer" + place, verdict);
            if (verdict.equals("STOP")) {
                fields.put("reason" + place, "being looked into");
            }
        });
        users.as(user).completes(open, fields);
        exampleUsers.runJobs(flight);
    }

    /** The coordinator of the organiser enters the rate where it is asked for; a rate on record is used as it is. */
    void rateIfMissing(OperationReference flight, String rate) {
        if (exampleUsers.open(flight).contains("userTask_enterRate")) {
            exampleUsers.complete(
                    ExampleSteps.user(flights.get(flight).organiser(), "coordinator"),
                    "userTask_enterRate",
                    flight,
                    Map.of("rate", rate, "rateSource", "assumed for the scenario"));
        }
    }

    /** Everybody claims what was budgeted, and those who have nothing to claim say so. */
    void everybodyClaims(OperationReference flight, List<Line> lines) {
        Map<Party, List<Claimed>> claimed = new HashMap<>();
        LocalDate day = today();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            claimed.computeIfAbsent(line.payer(), party -> new ArrayList<>())
                    .add(new Claimed(i + 1, line.amount(), "INV-" + (i + 1) + " " + flight, day));
        }
        claimed.forEach((party, costs) -> steps.claim(flight, party, costs));
        nobodyElseClaims(flight);
    }

    void nobodyElseClaims(OperationReference flight) {
        exampleUsers.completeAll("userTask_enterActualCost", flight, form -> Map.of("claimed", "no"));
    }

    /** The monitors' reports are in; then Frontex's finance certifies every claim in full, except those that it is told about by the claim's number. */
    void certifies(OperationReference flight, Map<Long, Map<String, ?>> otherwise, Map<String, ?> inFull) {
        steps.reports(flight);
        steps.certify(flight, form -> otherwise.getOrDefault(form.number("claim"), inFull));
    }

    static Map<String, Object> eligible() {
        return Map.of("decision", "ELIGIBLE", "voucherChecked", "yes");
    }

    /** What is left to do once the claims are certified: everybody signs, and every payment arrives. */
    void settles(OperationReference flight) {
        steps.reports(flight);
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
        erases(flight);
    }

    /** The term is over: what was typed about causes and reasons is erased. */
    void erases(OperationReference flight) {
        users.fireTimer("event_termOver", flight);
        exampleUsers.runJobs(flight);
    }

    /** A fundamental-rights officer advises to let the flight go on, and the executive does. */
    void resumes(OperationReference flight, String executive, String reason) {
        exampleUsers.complete(
                "rightsofficer2",
                "userTask_adviseOnResuming",
                flight,
                Map.of("advice", "RESUME", "adviceReasons", reason));
        exampleUsers.complete(executive, "userTask_resumeFlight", flight, Map.of("reason", reason));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Claim claim(OperationReference flight, Money amount) {
        return claims.of(flight).stream()
                .filter(claim -> claim.counts() && claim.amount().equals(amount))
                .findFirst()
                .orElseThrow();
    }

    /** What Frontex's budget bears, by party, as plain decimals; parties with nothing are left out. */
    Map<String, String> payable(OperationReference flight) {
        return accounts.of(flight).payableByFrontex().entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .collect(Collectors.toMap(entry -> entry.getKey().code(), entry -> decimal(entry.getValue())));
    }

    String totalPayable(OperationReference flight) {
        return decimal(accounts.of(flight).totalPayableByFrontex());
    }

    /** What each party bears in the end. */
    Map<String, String> borne(OperationReference flight) {
        return accounts.of(flight).lines().stream()
                .filter(line -> !line.borne().isZero())
                .collect(Collectors.toMap(line -> line.party().code(), line -> decimal(line.borne())));
    }

    static String decimal(Money money) {
        return money.decimal().toPlainString();
    }

    static Line common(String category, long cents, Party payer, String key) {
        return Line.common(category, category.toLowerCase(Locale.ROOT), Money.euro(cents), payer, key);
    }

    static Line direct(String category, long cents, Party payer) {
        return Line.direct(category, category.toLowerCase(Locale.ROOT), Money.euro(cents), payer);
    }

    /** The flight's process has reached its end at that event, and the flight that stage. */
    void assertEnded(OperationReference flight, String endEvent, Stage stage) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId(endEvent)
                        .processInstanceId(whole(flight))
                        .count())
                .as("%s; open are %s", endEvent, exampleUsers.open(flight))
                .isEqualTo(1);
        assertThat(users.instance("jointFlight", flight)).isNull();
        assertThat(flights.get(flight).stage()).isEqualTo(stage);
        assertThat(exampleUsers.open(flight)).isEmpty();
    }

    private String whole(OperationReference flight) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("jointFlight")
                .processInstanceBusinessKey(flight.value())
                .singleResult()
                .getId();
    }

    void at(OperationReference flight, ZonedDateTime moment) {
        clock.set(moment.toInstant());
        exampleUsers.fireTimersUntil(clock.instant(), flight);
    }
}
