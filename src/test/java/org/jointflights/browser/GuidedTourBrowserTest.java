package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.GuidedTour;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.browser.TourPeople.Filled;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.BoardedAgain;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * The guided tour of {@code docs/guided-tour.md} with a mouse and a keyboard, from everybody's own page on: nine people do what it says and
 * see the figures that it names, in English with the flight that leaves soonest after the first start, in French with one like it that is
 * boarded when the first is closed; and a flight of their own goes from its proposal to closed accounts.
 */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tour;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
            "management.server.port=0"
        })
@ActiveProfiles("example")
@Import(BoardedAgain.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuidedTourBrowserTest {

    private static final OperationReference FLIGHT = new OperationReference("RO-2015-058");
    private static final OperationReference ALIKE = new OperationReference("RO-2015-958");
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DEPARTURE = DateTimeFormatter.ofPattern("uuuu-MM-dd '10:00'", Locale.ROOT);

    /** The order of the options of a yes or no, and of most decisions: what goes on stands first. */
    private static final int YES = 0;

    private static final int NO = 1;

    @LocalServerPort
    int port;

    @Autowired
    Flights flights;

    @Autowired
    Splits splits;

    @Autowired
    Transfers transfers;

    @Autowired
    Clock clock;

    @Autowired
    BoardedAgain boarded;

    private final GuidedTour tour = GuidedTour.read();
    private final GuidedTour figures = tour.under("What must come out");

    @Test
    @Order(1)
    void nine_people_take_a_flight_to_closed_accounts_and_see_what_the_tour_says(Chromium.Sessions sessions) {
        try (TourPeople people = new TourPeople(sessions, port, Locale.ENGLISH)) {
            play(people, FLIGHT, Locale.ENGLISH);
            assertThat(people.signs()).isEqualTo(number("([0-9]+) typed signs"));
        }
    }

    @Test
    @Order(2)
    void nine_people_do_the_same_in_french(Chromium.Sessions sessions) {
        boarded.as(ALIKE);
        try (TourPeople people = new TourPeople(sessions, port, Locale.FRENCH)) {
            play(people, ALIKE, Locale.FRENCH);
        }
    }

    @Test
    @Order(3)
    void four_people_and_the_administrator_take_a_flight_of_their_own_from_its_proposal_to_closed_accounts(
            Chromium.Sessions sessions) {
        Locale language = Locale.FRENCH;
        try (TourPeople people = new TourPeople(sessions, port, language)) {
            OperationReference flight = proposed(people);
            people.does("escoordinator", flight, answer(people));
            onTo(people, flight, Stage.COST_SHARING, Stage.APPROVAL);
            people.does(
                    "fxcoordinator",
                    flight,
                    people.pick("Field_beneficiary", Pattern.compile("FR")),
                    people.pick("Field_fund", 0),
                    people.type("Field_ceiling", "150000.00"),
                    people.pick("Field_next", NO));
            onTo(people, flight, Stage.CONTRACTING, Stage.PERMITS, Stage.OPERATION, Stage.IN_FLIGHT, Stage.SETTLEMENT);
            people.does("frfinance1", flight, claim(people, 1, "215000.00", NO));
            onTo(people, flight, Stage.CLOSED);

            GuidedTour own = tour.under("What comes out of that");
            Map<String, Money> shared = new TreeMap<>();
            splits.of(flight)
                    .get(0)
                    .shares()
                    .forEach(share -> shared.put(share.party().code(), share.amount()));
            assertThat(shared).isEqualTo(own.amounts("[A-Z]{2}"));
            seesClosedAccounts(people, "frfinance1", flight, language, own);
            assertThat(people.signedIn()).hasSize(5);
            assertThat(tour.under("From the proposal").typed()).containsAll(people.signedIn());
        }
    }

    private void play(TourPeople people, OperationReference flight, Locale language) {
        String told = told(people, language);
        people.does("rightsofficer1", flight, people.pick("select_answer1", YES));
        Page rights = people.looksAt("rightsofficer1", flight, "COSTS");
        people.click(rights.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(people.said("overview.costs.items"))));
        assertThat(rights.locator("main").innerText()).contains(written(figures.amounts("[A-Z]{2}"), language));
        people.others(flight, "rehearsal.others.act", Stage.IN_FLIGHT);
        people.others(flight, "rehearsal.others.act", Stage.SETTLEMENT);
        for (String monitor : List.of("gbmonitor", "frmonitor", "bemonitor")) {
            people.does(monitor, flight, report(people));
        }
        people.does("gbfinance1", flight, claim(people, 1, "108400.00", YES));
        people.does("gbfinance1", flight, claim(people, 2, "70030.00", NO));
        people.does("befinance1", flight, claim(people, 3, "82.93", NO));
        people.forward("60");
        people.forward("31");
        for (int claim = 0; claim < 3; claim++) {
            people.does(
                    "fxfinance2", flight, people.pick("Field_decision", YES), people.pick("Field_voucherChecked", YES));
        }
        String statement = people.does("gbfinance2", flight, people.pick("Field_answer", YES));
        Map<String, Money> paid = figures.amounts("[A-Z]{2} to [A-Z]{2}");
        assertThat(statement)
                .contains(Objects.requireNonNull(paid.get("FX to GB")).in(language));
        people.others(flight, "rehearsal.others.act", Stage.CLOSED);
        seesClosedAccounts(people, "gbfinance2", flight, language, figures);
        assertThat(people.signedIn()).hasSize(9);
        assertThat(tour.under("The steps").typed()).containsAll(people.signedIn());
        assertThat(people.clicks()).isEqualTo(number("([0-9]+) clicks"));
        // Whoever reads French follows the steps on the home page.
        String read = language.equals(Locale.FRENCH)
                ? told
                : Stream.of("How a step is done", "The steps", "What must come out")
                        .map(part -> tour.under(part).said("(?s)(.*)"))
                        .collect(Collectors.joining());
        assertThat(people.wouldTake(read)).as(people.counted(read)).isLessThan(Duration.ofMinutes(22));
    }

    /** The home page says in the reader's language what has to come out. */
    private String told(TourPeople people, Locale language) {
        Collection<Money> all = new ArrayList<>(figures.amounts("[A-Z]{2}").values());
        all.addAll(figures.amounts("[A-Z]{2} to [A-Z]{2}").values());
        String steps = people.home("rightsofficer1")
                .locator("section[aria-labelledby='tour']")
                .textContent();
        assertThat(steps)
                .contains(all.stream().map(amount -> amount.in(language)).toList());
        return steps;
    }

    /** Every transfer that is stored stands on the flight's page and no other, and they are those of the tour. */
    private void seesClosedAccounts(
            TourPeople people, String who, OperationReference flight, Locale language, GuidedTour said) {
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.CLOSED);
        Map<String, Money> paid = GuidedTour.paid(transfers.of(flight));
        assertThat(paid).isEqualTo(said.amounts("[A-Z]{2} to [A-Z]{2}"));
        Page accounts = people.looksAt(who, flight, "ACCOUNTS");
        assertThat(accounts.locator("table:has(#transfers) td.number").allInnerTexts())
                .containsExactlyInAnyOrderElementsOf(written(paid, language));
        people.click(accounts.locator("main a[href$='/flights/" + flight + "/statement']"));
        Locator statement = accounts.locator("main:has(#by-party)");
        assertThat(statement.innerText()).contains(written(paid, language));
        assertThat(statement.locator(".bad").allInnerTexts()).isEmpty();
    }

    private static List<String> written(Map<String, Money> amounts, Locale language) {
        return amounts.values().stream().map(amount -> amount.in(language)).toList();
    }

    private int number(String pattern) {
        return Integer.parseInt(tour.said(pattern));
    }

    private OperationReference proposed(TourPeople people) {
        Set<OperationReference> before = references();
        String departure = clock.instant()
                .plus(Duration.ofDays(70))
                .atZone(ZoneId.of("Europe/Paris"))
                .format(DEPARTURE);
        people.proposes(
                "frcoordinator",
                people.pick("Field_type", 0),
                people.type("Field_destination", "Nigeria"),
                people.type("Field_embarkations", "CDG, BRU, MAD"),
                people.type("Field_destinations", "LOS"),
                people.type("Field_departure", departure),
                people.type("Field_capacity", "220"),
                people.type("Field_invited", "BE, ES"));
        Set<OperationReference> proposed = references();
        proposed.removeAll(before);
        assertThat(proposed).hasSize(1);
        return proposed.iterator().next();
    }

    private Set<OperationReference> references() {
        return flights.all().stream().map(Flight::reference).collect(Collectors.toCollection(HashSet::new));
    }

    private static Filled[] answer(TourPeople people) {
        return new Filled[] {
            people.pick("Field_takesPart", YES),
            people.type("Field_returnees", "20"),
            people.type("Field_escorts", "26"),
            people.type("Field_medical", "1"),
            people.type("Field_interpreters", "1"),
            people.type("Field_monitors", "1"),
            people.pick("Field_embarkation", Pattern.compile("MAD")),
            people.pick("Field_answerFinal", YES)
        };
    }

    private static void onTo(TourPeople people, OperationReference flight, Stage... stages) {
        for (Stage stage : stages) {
            people.others(flight, "rehearsal.others.inTime", stage);
        }
    }

    private Filled[] report(TourPeople people) {
        return new Filled[] {
            people.day("Field_reportDate", today()),
            people.type("Field_reportHash", tour.under("The steps").said("`([0-9a-f]{64})`")),
            people.pick("Field_coversBeforeDeparture", YES),
            people.pick("Field_coversInFlight", YES),
            people.pick("Field_coversHandOver", YES),
            people.pick("Field_coversReturn", NO),
            people.type("Field_forceSeen", "0"),
            people.type("Field_restrained", "0"),
            people.pick("Field_sentToDirector", YES),
            people.pick("Field_sentToRightsOfficer", YES),
            people.pick("Field_sentToAuthorities", YES)
        };
    }

    private Filled[] claim(TourPeople people, int item, String amount, int another) {
        return new Filled[] {
            people.pick("Field_claimed", YES),
            people.pick("Field_item", Pattern.compile("^\\s*" + item + " ")),
            people.type("Field_description", people.french("Selon facture", "As invoiced")),
            people.type("Field_amount", amount),
            people.type("Field_voucherNumber", "INV-" + item),
            people.day("Field_voucherDate", today()),
            people.pick("Field_another", another)
        };
    }

    private String today() {
        return AS_TYPED.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
