package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The guided tour of {@code docs/guided-tour.md}, played by the people whom it names through the tasks' forms and by the administrator on the
 * page: what must come out there comes out here. In the application of {@link ExampleFlightsTest}, after it.
 */
@SpringBootTest(
        properties = {"spring.datasource.url=" + ExampleFlightsTest.DATABASE, "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("example")
@ContextConfiguration(initializers = ExampleFlightsTest.BrokenOff.class)
class BoardingToTheEndTest {

    private static final OperationReference FLIGHT = new OperationReference("RO-2015-058");
    private static final Path TOUR = Path.of("docs", "guided-tour.md");
    private static final Map<String, ?> SIGN = Map.of("answer", "SIGN");

    @Autowired
    ExampleUsers users;

    @Autowired
    Flights flights;

    @Autowired
    Budgets budgets;

    @Autowired
    Splits splits;

    @Autowired
    Transfers transfers;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @Test
    void nine_people_take_a_flight_from_its_boarding_to_closed_accounts() throws Exception {
        Set<String> signedIn = new TreeSet<>(List.of("admin"));
        does(signedIn, "rightsofficer1", "userTask_confirmBoarding", Map.of("answer1", "CONFIRMED"));
        assertThat(admin("others", FLIGHT.value())).contains("Its stage is “In flight”.");
        assertThat(admin("others", FLIGHT.value())).contains("Its stage is “Settlement”.");
        for (String monitor : List.of("gbmonitor", "frmonitor", "bemonitor")) {
            does(signedIn, monitor, "userTask_deliverReport", report());
        }
        claims(signedIn, "gbfinance1", 1, Money.euro(108_400_00), "yes");
        claims(signedIn, "gbfinance1", 2, budgets.of(FLIGHT).get(1).item().amount(), "no");
        claims(signedIn, "befinance1", 3, budgets.of(FLIGHT).get(2).item().amount(), "no");
        assertThat(users.open(FLIGHT)).contains("userTask_enterActualCost");
        admin("days", "60");
        assertThat(admin("days", "31")).contains("flight " + FLIGHT + ": “Claims closed”");
        assertThat(users.open(FLIGHT)).doesNotContain("userTask_enterActualCost");
        while (users.open(FLIGHT).contains("userTask_certifyClaim")) {
            does(
                    signedIn,
                    "fxfinance2",
                    "userTask_certifyClaim",
                    Map.of("decision", "ELIGIBLE", "voucherChecked", "yes"));
        }
        does(signedIn, "gbfinance2", "userTask_signStatement", SIGN);
        assertThat(admin("others", FLIGHT.value())).contains("Its stage is “Closed”.");

        assertThat(flights.get(FLIGHT).stage()).isEqualTo(Stage.CLOSED);
        assertThat(signedIn).hasSize(9);
        String tour = Files.readString(TOUR);
        assertThat(signedIn).allMatch(person -> tour.contains("`" + person + "`"));
        assertThat(figures(tour, "[A-Z]{2}")).isEqualTo(shared());
        assertThat(figures(tour, "[A-Z]{2} to [A-Z]{2}")).isEqualTo(paid());
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            String home = Sentence.of("rehearsal.tour.out").in(language);
            for (Transfer transfer : transfers.of(FLIGHT)) {
                assertThat(home).contains(transfer.amount().in(language));
            }
        }
    }

    private void does(Set<String> signedIn, String person, String task, Map<String, ?> fields) {
        signedIn.add(person);
        users.complete(person, task, FLIGHT, fields);
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new TreeMap<>(Map.of(
                "reportDate", today(), "reportHash", "0123456789abcdef".repeat(4), "forceSeen", 0L, "restrained", 0L));
        for (String yes : List.of(
                "coversBeforeDeparture",
                "coversInFlight",
                "coversHandOver",
                "sentToDirector",
                "sentToRightsOfficer",
                "sentToAuthorities")) {
            report.put(yes, "yes");
        }
        report.put("coversReturn", "no");
        return report;
    }

    private void claims(Set<String> signedIn, String person, int item, Money amount, String another) {
        does(
                signedIn,
                person,
                "userTask_enterActualCost",
                Map.of(
                        "claimed",
                        "yes",
                        "item",
                        Integer.toString(item),
                        "description",
                        "As invoiced",
                        "amount",
                        amount.decimal().toPlainString(),
                        "currency",
                        "EUR",
                        "voucherNumber",
                        "INV-" + item,
                        "voucherDate",
                        today(),
                        "another",
                        another));
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private String admin(String field, String value) throws Exception {
        return web.perform(post("/admin/rehearsal")
                        .with(csrf())
                        .with(user("admin"))
                        .locale(Locale.ENGLISH)
                        .param(field, value))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** What of the charter each was to bear. */
    private Map<String, String> shared() {
        Map<String, String> shared = new TreeMap<>();
        splits.of(FLIGHT).get(0).shares().stream()
                .filter(share -> share.item() == 1)
                .forEach(
                        share -> shared.put(share.party().code(), share.amount().in(Locale.ENGLISH)));
        return shared;
    }

    /** Who pays whom how much, as the accounts say. */
    private Map<String, String> paid() {
        Map<String, String> paid = new TreeMap<>();
        for (Transfer transfer : transfers.of(FLIGHT)) {
            paid.put(
                    transfer.debtor().code() + " to " + transfer.creditor().code(),
                    transfer.amount().in(Locale.ENGLISH));
        }
        return paid;
    }

    /** The same as the tour says. */
    private static Map<String, String> figures(String tour, String of) {
        Map<String, String> said = new TreeMap<>();
        tour.lines()
                .filter(line -> line.matches("\\| " + of + " \\|.*"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> said.put(cells[1].strip(), cells[2].strip()));
        return said;
    }
}
