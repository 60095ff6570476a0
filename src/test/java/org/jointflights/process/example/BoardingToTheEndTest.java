package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointflights.GuidedTour;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The guided tour of {@code docs/guided-tour.md}, played by the people whom it names through the tasks' forms and by the administrator on the
 * page: what must come out there comes out here. In the application of {@link ExampleFlightsTest}, which runs it after its own.
 */
abstract class BoardingToTheEndTest {

    private static final OperationReference FLIGHT = new OperationReference("RO-2015-058");
    private static final List<String> NAMED = List.of(
            "step.userTask_confirmBoarding",
            "step.userTask_deliverReport",
            "step.userTask_enterActualCost",
            "step.userTask_certifyClaim",
            "step.userTask_signStatement",
            "rehearsal.heading",
            "rehearsal.others.act",
            "flight.stage.IN_FLIGHT",
            "flight.stage.SETTLEMENT",
            "flight.stage.CLOSED",
            "desk.waits",
            "flightpage.tab.COSTS",
            "flightpage.tab.ACCOUNTS",
            "overview.costs.items");
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
        GuidedTour tour = GuidedTour.read();
        assertThat(tour.under("The steps").typed()).containsAll(signedIn);
        GuidedTour figures = tour.under("What must come out");
        assertThat(figures.amounts("[A-Z]{2}")).isEqualTo(shared());
        assertThat(figures.amounts("[A-Z]{2} to [A-Z]{2}")).isEqualTo(GuidedTour.paid(transfers.of(FLIGHT)));
    }

    /** What is pressed and which task it is stands in the home page's steps as the reader sees it elsewhere, and so do the figures. */
    @Test
    void the_home_page_tells_the_same_in_the_words_that_its_reader_sees() {
        GuidedTour tour = GuidedTour.read();
        GuidedTour figures = tour.under("What must come out");
        Collection<Money> amounts = new ArrayList<>(figures.amounts("[A-Z]{2}").values());
        amounts.addAll(figures.amounts("[A-Z]{2} to [A-Z]{2}").values());
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            String home = Stream.concat(
                            IntStream.rangeClosed(1, 9).mapToObj(step -> "rehearsal.tour.step" + step),
                            Stream.of("rehearsal.tour.how", "rehearsal.tour.out"))
                    .map(key -> Sentence.of(key).in(language))
                    .collect(Collectors.joining("\n"));
            for (String named : NAMED) {
                assertThat(home).contains(Sentence.of(named).in(language));
            }
            for (Money amount : amounts) {
                assertThat(home).contains(amount.in(language));
            }
            assertThat(home).contains(tour.under("The steps").said("`([0-9a-f]{64})`"));
        }
        String pressed = tour.under("How a step is done").said("(?s)(.*)");
        for (String button : List.of("rehearsal.others.act", "rehearsal.others.inTime", "rehearsal.byDays")) {
            assertThat(pressed)
                    .contains("| " + Sentence.of(button).in(Locale.ENGLISH) + " | "
                            + Sentence.of(button).in(Locale.FRENCH) + " |");
        }
    }

    /** Whoever reads the document finds each task, stage, page and button under the name that it gives. */
    @Test
    void every_name_in_the_document_is_one_that_the_product_shows() throws IOException {
        Set<String> shown = new TreeSet<>(List.of("As invoiced"));
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path bundle : bundles.filter(file -> file.toString().matches("[^_]+\\.properties"))
                    .toList()) {
                Properties words = new Properties();
                try (Reader read = Files.newBufferedReader(bundle)) {
                    words.load(read);
                }
                words.values().forEach(value -> shown.add(value.toString().replace("''", "'")));
            }
        }

        List<String> names = GuidedTour.read().names();
        assertThat(names).hasSizeGreaterThan(30);
        assertThat(shown).containsAll(names);
    }

    private void does(Set<String> signedIn, String person, String task, Map<String, ?> fields) {
        signedIn.add(person);
        users.complete(person, task, FLIGHT, fields);
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new TreeMap<>(Map.of(
                "reportDate",
                today(),
                "reportHash",
                GuidedTour.read().under("The steps").said("`([0-9a-f]{64})`"),
                "forceSeen",
                0L,
                "restrained",
                0L));
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
    private Map<String, Money> shared() {
        Map<String, Money> shared = new TreeMap<>();
        splits.of(FLIGHT).get(0).shares().stream()
                .filter(share -> share.item() == 1)
                .forEach(share -> shared.put(share.party().code(), share.amount()));
        return shared;
    }
}
