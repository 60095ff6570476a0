package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.ExampleGates;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.example.ExampleUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The second half of a flight through Tasklist: each role that carries it out or settles it does one task of its own in
 * the browser; what is not looked at here the example users do.
 */
@BrowserTest
class OperationInTasklistBrowserTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Money CHARTER = Money.euro(10_000_000);

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleSteps steps;

    @Autowired
    ExampleUsers exampleUsers;

    @Autowired
    TestClock clock;

    @Autowired
    Flights flights;

    @Autowired
    Transfers transfers;

    private Chromium.Sessions sessions;
    private OperationReference flight;

    @BeforeEach
    void contract(Chromium.Sessions sessions) {
        this.sessions = sessions;
        users.open();
        clock.set(Instant.parse("2027-02-01T09:00:00Z"));
        flight = users.as("frcoordinator").proposes(Map.of("embarkations", "CDG", "invited", "GB"));
        steps.takesPart(flight, FR, new Seats(10, 12, 1, 1, 1, 0), "CDG", "LOS");
        steps.takesPart(flight, GB, new Seats(6, 8, 0, 0, 0, 0), "CDG", "LOS");
        steps.plan(flight, "Air One", CHARTER, 200, "CGLPL");
        steps.budget(flight, List.of(Line.common("CHARTER", "Aircraft", CHARTER, FR, "PER_SEAT")));
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(FR, Money.euro(7_000_000)), party -> "FRONTEX");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
    }

    @Test
    void a_flight_is_cleared_flown_handed_over_claimed_signed_and_paid() {
        legalConfirmsTheFirstGate();
        theOthersConfirmOneGateEach();
        boarding();
        flight();
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        accounts();
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.CLOSED);
    }

    private void legalConfirmsTheFirstGate() {
        onDayBefore(28);
        try (BrowserUser legal = at("frlegal2")) {
            assertThat(legal.form())
                    .contains("28 days before departure", "people on the list: 10", "No answer means stop")
                    .contains("G0: individual assessment")
                    .doesNotContain("G2", "{{", "&#");
            assertThat(legal.picks("G0: individual assessment", "Stop").sends()).isEqualTo(400);
            assertThat(legal.refusal()).startsWith("Reason for gate G0 is empty.");
            legal.keepsPicture("confirm-gates-refused");
            assertThat(legal.types("Why G0 is stopped", "One file is not complete")
                            .sends())
                    .isEqualTo(204);
        }
        exampleUsers.complete("gblegal1", "userTask_confirmGates", flight, Map.of("answer1", "CONFIRMED"));
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_confirmGates");
        try (BrowserUser legal = at("frlegal1")) {
            assertThat(legal.form()).contains("One file is not complete");
            confirm(legal, "G0: individual assessment");
        }
        users.runJobs(flight);
        assertThat(exampleUsers.open(flight)).doesNotContain("userTask_confirmGates");
    }

    private void theOthersConfirmOneGateEach() {
        onDayBefore(21);
        legalShowsTheList();
        for (int day : List.of(21, 14, 10)) {
            onDayBefore(day);
            steps.confirmOpenGates(flight);
        }
        onDayBefore(7);
        confirm("frdoctor", "G4: fitness to fly");
        steps.confirmOpenGates(flight);
        onDayBefore(5);
        steps.confirmOpenGates(flight);
        onDayBefore(3);
        try (BrowserUser leader = at("frescortleader")) {
            leader.types("Languages that are needed on board", "1")
                    .types("Longest duty of anybody in the crew, in hours", "14")
                    .types("People whose needs the escorts know of", "2");
            assertThat(leader.form()).contains("The states have told of 2.");
            leader.keepsPicture("confirm-gates-crew");
            confirm(leader, "G7: restraints, escorts, doctor, interpreter");
        }
        try (BrowserUser monitor = at("frmonitor")) {
            monitor.types("Body that monitors", "CGLPL");
            confirm(monitor, "G8: monitor");
        }
        steps.confirmOpenGates(flight);
        onDayBefore(2);
        steps.confirmOpenGates(flight);
        onDayBefore(1);
        steps.confirmOpenGates(flight);
    }

    /** The day, version, count and fingerprint of France's own list, and not the list. */
    private void legalShowsTheList() {
        try (BrowserUser legal = at("frlegal1")) {
            legal.picks("G1: return decisions", "Confirmed");
            assertThat(legal.sends()).isEqualTo(400);
            assertThat(legal.refusal()).endsWith("is empty. It is part of the confirmation.");
            legal.types("Number of return decisions", "10")
                    .types("Version of the list", "1")
                    .types("Fingerprint (SHA-256) of your own list", ExampleGates.fingerprint(flight, FR))
                    .types("Authority that issued the decisions", "Préfecture de police");
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            legal.page()
                    .locator(".fjs-form input.flatpickr-input")
                    .first()
                    .fill(today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
            legal.page().keyboard().press("Enter");
            legal.keepsPicture("confirm-gates-list");
            assertThat(legal.sends()).as(legal::refusal).isEqualTo(204);
        }
        users.runJobs(flight);
    }

    private void boarding() {
        clock.set(flights.get(flight).departure().minusHours(3).toInstant());
        exampleUsers.fireTimersUntil(clock.instant(), flight);
        try (BrowserUser legal = at("gblegal2")) {
            assertThat(legal.form()).contains("At Paris (CDG)", "people on the list: 6");
            legal.picks("G5: vulnerable people and children", "Confirmed");
            legal.keepsPicture("confirm-boarding");
            confirm(legal, "G2: remedies, asylum claims and non-refoulement");
        }
        steps.confirmOpenGates(flight);
        try (BrowserUser leader = at("frescortleader")) {
            leader.types("Returnees aboard", "9")
                    .types("Escorts aboard", "12")
                    .types("Medical staff aboard", "1")
                    .types("Interpreters aboard", "1")
                    .types("Monitors aboard", "1");
            assertThat(leader.sends()).isEqualTo(400);
            leader.keepsPicture("count-aboard-refused");
            assertThat(leader.types("People on the list who are not aboard", "1")
                            .picks("Cause", "Absconded")
                            .types("What happened", "Not found at the centre")
                            .sends())
                    .isEqualTo(204);
        }
        exampleUsers.completeAll("userTask_countAboard", flight, form -> Map.of("returnees", 6L, "escorts", 8L));
        try (BrowserUser leader = at("frescortleader")) {
            assertThat(leader.form()).contains("15");
            leader.keepsPicture("clear-departure");
            assertThat(leader.picks("Decision", "Cleared: the aircraft may leave")
                            .sends())
                    .isEqualTo(204);
        }
        users.runJobs(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    private void flight() {
        clock.advance(Duration.ofHours(9));
        try (BrowserUser leader = at("frescortleader")) {
            assertThat(leader.picks("What happened", "Landed as planned").sends())
                    .isEqualTo(204);
        }
        users.runJobs(flight);
        try (BrowserUser legal = at("frlegal2")) {
            legal.picks("G2: remedies, asylum claims and non-refoulement", "Confirmed");
            legal.keepsPicture("answer-last-call");
            confirm(legal, "G11: last call");
        }
        steps.confirmOpenGates(flight);
        users.runJobs(flight);
        try (BrowserUser leader = at("frescortleader")) {
            leader.types("Handed over", "9")
                    .types("Not handed over", "0")
                    .types("Of those handed over, people who have their property back against a receipt", "8");
            leader.keepsPicture("confirm-hand-over");
            assertThat(leader.sends()).isEqualTo(204);
        }
        exampleUsers.completeAll(
                "userTask_confirmHandOver",
                flight,
                form -> Map.of("handedOver", 6L, "withProperty", 6L, "notHandedOver", 0L));
        users.runJobs(flight);
    }

    /** What proves the report, and not a word of it. */
    private void report() {
        try (BrowserUser monitor = at("frmonitor")) {
            monitor.types("SHA-256 of your file", "0f".repeat(32))
                    .types("How often did you see force being used?", "0")
                    .types("How many people did you see under restraint?", "1")
                    .picks("Does it cover the time before departure?", "Yes")
                    .picks("Does it cover the flight?", "Yes")
                    .picks("Does it cover the arrival and the hand-over?", "Yes")
                    .picks("Does it cover the way back?", "No")
                    .picks("Has it been sent to the executive director?", "Yes")
                    .picks("Has it been sent to the fundamental-rights officer?", "Yes")
                    .picks("Has it been sent to the authorities of every state involved?", "Yes");
            monitor.page().locator(".fjs-form input.flatpickr-input").first().fill("21/05/2027");
            monitor.page().keyboard().press("Enter");
            monitor.keepsPicture("deliver-report");
            assertThat(monitor.sends()).isEqualTo(204);
        }
        users.runJobs(flight);
    }

    private void accounts() {
        clock.advance(Duration.ofDays(20));
        report();
        try (BrowserUser finance = at("frfinance1")) {
            finance.picks("Is there a cost to claim?", "Yes")
                    .picks("Planned item", "Aircraft")
                    .types("Description", "Charter as invoiced")
                    .types("Amount", "100,000.00")
                    .types("Voucher number", "R-2027-1")
                    .picks("Do you have another cost to enter?", "No");
            finance.page().locator(".fjs-form input.flatpickr-input").first().fill("21/05/2027");
            finance.page().keyboard().press("Enter");
            finance.keepsPicture("enter-actual-cost");
            assertThat(finance.sends()).isEqualTo(204);
        }
        exampleUsers.completeAll("userTask_enterActualCost", flight, form -> Map.of("claimed", "no"));
        users.runJobs(flight);
        try (BrowserUser frontex = at("fxfinance1")) {
            assertThat(frontex.form()).contains("R-2027-1", "100,000.00");
            frontex.keepsPicture("certify-claim");
            assertThat(frontex.picks("Is it eligible for the grant?", "Eligible in full")
                            .picks("Have you checked the voucher (number, date, amount)?", "Yes")
                            .sends())
                    .isEqualTo(204);
        }
        users.runJobs(flight);
        try (BrowserUser finance = at("gbfinance2")) {
            assertThat(finance.cutTables()).isEmpty();
            finance.keepsPicture("sign-statement");
            assertThat(finance.picks("Your answer", "We sign").sends()).isEqualTo(204);
        }
        steps.settle(
                flight,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                form -> transfers.get(form.number("transfer")).amount());
        users.runJobs(flight);
        users.fireTimer("event_termOver", flight);
        users.runJobs(flight);
    }

    private void onDayBefore(int days) {
        clock.set(flights.get(flight).departure().minusDays(days).toInstant());
        exampleUsers.fireTimersUntil(clock.instant(), flight);
    }

    private void confirm(String user, String gate) {
        try (BrowserUser someone = at(user)) {
            someone.keepsPicture("confirm-gates-" + user);
            confirm(someone, gate);
        }
    }

    private static void confirm(BrowserUser someone, String gate) {
        assertThat(someone.picks(gate, "Confirmed").sends()).isEqualTo(204);
    }

    /** Signed in, with the flight's task claimed. */
    private BrowserUser at(String user) {
        return new BrowserUser(sessions.open("en-GB"), port).signsIn(user).claims(flight.value());
    }
}
