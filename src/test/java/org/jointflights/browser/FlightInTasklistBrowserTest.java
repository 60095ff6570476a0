package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One flight through Tasklist, by those whose job it is; what is not looked at here the example users do. */
@BrowserTest
class FlightInTasklistBrowserTest {

    private static final Party ES = new Party("ES");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleSteps steps;

    @Autowired
    ExampleUsers exampleUsers;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Budgets budgets;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_flight_is_proposed_answered_costed_accepted_and_signed(Chromium.Sessions sessions) {
        OperationReference flight = propose(sessions);
        answer(sessions, flight);
        steps.takesPart(flight, FR, new Seats(14, 20, 1, 1, 1, 0), "CDG", "LOS");
        steps.takesPart(flight, ES, new Seats(24, 30, 0, 1, 0, 0), "MAD", "LOS");
        steps.plan(flight, "Air One", Money.euro(26_200_000), 290, "FR monitoring body");
        addCostItems(sessions, flight);
        acceptShare(sessions, flight);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(
                flight,
                new TreeMap<>(Map.of(ES, Money.euro(10_000_000), FR, Money.euro(10_000_000))),
                party -> "FRONTEX");
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.completeAll("userTask_signDecisionForState", flight, form -> Map.of("answer", "SIGN"));
        sign(sessions, "frfinance2", "Sign the plan", "I sign", flight);
        users.as("frfinance1").completes("userTask_signPlan", flight, Map.of("answer", "SIGN"));
        exampleUsers.completeAllInTurn("userTask_signPlan", flight, form -> Map.of("answer", "SIGN"));
        assertThat(users.open("userTask_signPlan", flight)).isEmpty();
        confirmLegalBasis(sessions, flight);
        exampleUsers.completeAll("userTask_confirmLegalBasis", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.completeAll("userTask_giveRightsOpinion", flight, form -> Map.of("answer", "POSITIVE"));
        exampleUsers.completeAll("userTask_signAsManager", flight, form -> Map.of("answer", "SIGN"));
        giveGo(sessions, flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_contractCarrier");
    }

    private OperationReference propose(Chromium.Sessions sessions) {
        Set<OperationReference> before = references();
        try (BrowserUser coordinator = new BrowserUser(sessions.open("en-GB"), port)) {
            coordinator
                    .signsIn("frcoordinator")
                    .proposes()
                    .picks("Kind of flight", "Joint return operation")
                    .types(new TreeMap<>(Map.of(
                            "Legal basis", "Agreement of 2026 (invented)",
                            "Destination", "Nigeria",
                            "Boarding airports", "CDG, STNN, MAD",
                            "Hand-over airports", "LOS",
                            "Departure", "2027-05-20 09:30",
                            "Seats of the aircraft", "290",
                            "States invited", "GB, ES")))
                    .losesThePage("GB, ES")
                    .proposes();
            assertThat(coordinator.typed("States invited")).isEqualTo("GB, ES");
            assertThat(coordinator.chosen("Kind of flight")).isEqualTo("Joint return operation");

            assertThat(coordinator.sends()).isEqualTo(400);
            assertThat(coordinator.refusal())
                    .isEqualTo(
                            "Boarding airports cannot be “STNN”. Enter the IATA code of a known airport, for example CDG.");
            assertThat(coordinator.seesTheRefusal()).isTrue();
            coordinator.keepsPicture("propose-flight-refused");
            assertThat(coordinator.typed("Departure")).isEqualTo("2027-05-20 09:30");
            assertThat(references()).isEqualTo(before);

            assertThat(coordinator.corrects("Boarding airports", "CDG, STN, MAD"))
                    .isEqualTo(200);
        }
        Set<OperationReference> proposed = references();
        proposed.removeAll(before);
        assertThat(proposed).hasSize(1);
        OperationReference flight = proposed.iterator().next();
        users.runJobs(flight);
        return flight;
    }

    private Set<OperationReference> references() {
        return flights.all().stream().map(Flight::reference).collect(Collectors.toCollection(HashSet::new));
    }

    private void answer(Chromium.Sessions sessions, OperationReference flight) {
        try (BrowserUser coordinator = new BrowserUser(sessions.open("en-GB"), port)) {
            coordinator.signsIn("gbcoordinator").opensTasklist();
            Locator row = coordinator.inList(flight.value());
            assertThat(row).hasCount(1);
            assertThat(row).containsText("Answer the offer");
            assertThat(row).containsText("GB");
            assertThat(row).containsText("Due in");

            coordinator
                    .claims(flight.value())
                    .picks("Does your state take part?", "Yes")
                    .picks("Is this answer final?", "Yes")
                    .types("Returnees", "22")
                    .types("Escorts", "38")
                    .losesThePage("38")
                    .comesBackTo("My tasks", flight.value());
            assertThat(coordinator.typed("Returnees")).isEqualTo("22");
            assertThat(coordinator.chosen("Does your state take part?")).isEqualTo("Yes");
            assertThat(coordinator.sends()).isEqualTo(400);
            assertThat(coordinator.refusal()).isEqualTo("Embarkation airport is empty. Fill it in.");
            assertThat(coordinator.canReachTheButton()).isTrue();
            coordinator.keepsPicture("answer-offer-refused");
            assertThat(coordinator.typed("Escorts")).isEqualTo("38");

            coordinator.picks("Embarkation airport", "STN");
            assertThat(coordinator.sends()).isEqualTo(204);
        }
        assertThat(participations.get(flight, GB).seats()).isEqualTo(new Seats(22, 38, 0, 0, 0, 0));
        users.runJobs(flight);
    }

    private void addCostItems(Chromium.Sessions sessions, OperationReference flight) {
        try (BrowserUser coordinator = new BrowserUser(sessions.open("en-GB"), port)) {
            coordinator
                    .signsIn("frcoordinator")
                    .claims(flight.value())
                    .picks("What to do", "Add an item")
                    .picks("Category", "Charter")
                    .types("Description", "Aircraft with stops")
                    .types("Amount", "262.000")
                    .picks("Payer", "FR")
                    .picks("Who shares it?", "All states that take part")
                    .picks("Another item?", "Yes");
            assertThat(coordinator.sends()).isEqualTo(400);
            assertThat(coordinator.refusal()).startsWith("Amount").contains("262.000");
            assertThat(budgets.of(flight)).isEmpty();

            assertThat(coordinator.corrects("Amount", "262 000,00")).isEqualTo(204);
            users.runJobs(flight);
            coordinator
                    .claims(flight.value())
                    .picks("What to do", "Add an item")
                    .picks("Category", "Ground")
                    .types("Description", "Buses to Stansted")
                    .types("Amount", "1,250.40")
                    .picks("Payer", "GB")
                    .picks("Who shares it?", "One party alone")
                    .types("Shared by", "GB")
                    .picks("Another item?", "No");
            coordinator.keepsPicture("add-cost-item");
            assertThat(coordinator.sends()).isEqualTo(204);
        }
        assertThat(budgets.of(flight)).hasSize(2);
        users.runJobs(flight);
    }

    private void acceptShare(Chromium.Sessions sessions, OperationReference flight) {
        try (BrowserUser finance = new BrowserUser(sessions.open("en-GB"), port)) {
            finance.signsIn("frfinance1").claims(flight.value());
            assertThat(finance.form()).contains("Accept the share of France").contains("263,250.40 EUR");
            assertThat(finance.cutTables()).isEmpty();
            finance.keepsPicture("accept-share");
            assertThat(finance.picks("Do you accept this share?", "We accept it")
                            .sends())
                    .isEqualTo(204);
        }
        assertThat(users.open("userTask_acceptShare", flight)).hasSize(2);
    }

    private void sign(Chromium.Sessions sessions, String user, String task, String answer, OperationReference flight) {
        try (BrowserUser signer = new BrowserUser(sessions.open("en-GB"), port)) {
            signer.signsIn(user)
                    .claims(flight.value())
                    .keepsPicture(task.toLowerCase(Locale.ROOT).replace(' ', '-'));
            assertThat(signer.form()).contains(sha256(signer.downloads("Download the content that you sign")));
            assertThat(signer.picks("Your answer", answer).sends()).isEqualTo(204);
        }
        users.runJobs(flight);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void confirmLegalBasis(Chromium.Sessions sessions, OperationReference flight) {
        try (BrowserUser legal = new BrowserUser(sessions.open("en-GB"), port)) {
            legal.signsIn("frlegal1").claims(flight.value());
            assertThat(legal.form()).contains("You confirm for France", "monitor: FR monitoring body");
            assertThat(legal.picks("Your answer", "I do not confirm it").sends())
                    .isEqualTo(400);
            assertThat(legal.refusal()).isEqualTo("Reason is empty. Whoever refuses says why, in a sentence.");
            legal.keepsPicture("confirm-legal-basis-refused");
            assertThat(legal.types("Reason", "")
                            .picks("Your answer", "I confirm")
                            .sends())
                    .isEqualTo(204);
        }
        users.runJobs(flight);
    }

    private void giveGo(Chromium.Sessions sessions, OperationReference flight) {
        try (BrowserUser executive = new BrowserUser(sessions.open("en-GB"), port)) {
            executive.signsIn("executive1").claims(flight.value());
            assertThat(executive.form())
                    .contains("Every other signature is there.", "Legal basis", "Antoine Fontaine")
                    .doesNotContain("frlegal1");
            assertThat(executive.cutTables()).isEmpty();
            executive.keepsPicture("give-go");
            assertThat(executive
                            .picks("Your answer", "Go: the carrier may be contracted")
                            .sends())
                    .isEqualTo(204);
        }
        users.runJobs(flight);
    }
}
