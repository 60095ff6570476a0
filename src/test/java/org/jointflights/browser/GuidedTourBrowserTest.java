package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jointflights.GuidedTour;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * The guided tour of {@code docs/guided-tour.md} with a mouse and a keyboard, from everybody's own page on: nine people do what it says and
 * see the figures that it names. In French with {@code -Dtour.language=fr}: a flight is played once in a database.
 */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tour;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
            "management.server.port=0"
        })
@ActiveProfiles("example")
@DirtiesContext
class GuidedTourBrowserTest {

    private static final OperationReference FLIGHT = new OperationReference("RO-2015-058");
    private static final Locale LANGUAGE = Locale.forLanguageTag(System.getProperty("tour.language", "en"));
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** A machine that builds other things meanwhile takes its time; nothing that is looked for here is there for a moment only. */
    private static final int PATIENCE_MILLIS = 60_000;

    /** The order of the options of a yes or no, and of most decisions: what goes on stands first. */
    private static final int YES = 0;

    private static final int NO = 1;

    @LocalServerPort
    int port;

    @Autowired
    Flights flights;

    @Autowired
    Transfers transfers;

    @Autowired
    Clock clock;

    private final GuidedTour tour = GuidedTour.read();
    private final Map<String, BrowserUser> people = new TreeMap<>();
    private int clicks;
    private int signs;

    /** One field of a form and what is done to it. */
    private interface Filled {
        void in(Page page);
    }

    @Test
    void nine_people_take_a_flight_to_closed_accounts_and_see_what_the_tour_says(Chromium.Sessions sessions) {
        does(sessions, "rightsofficer1", pick("select_answer1", YES));
        BrowserUser rights = person(sessions, "rightsofficer1").goes("/flights/" + FLIGHT + "/costs");
        click(rights.page()
                .locator("summary")
                .filter(new Locator.FilterOptions()
                        .setHasText(Sentence.of("overview.costs.items").in(LANGUAGE))));
        String costs = rights.page().locator("main").innerText();
        tour.under("What must come out")
                .amounts("[A-Z]{2}")
                .values()
                .forEach(share -> assertThat(costs).contains(share.in(LANGUAGE)));
        others(sessions, Stage.IN_FLIGHT);
        others(sessions, Stage.SETTLEMENT);
        for (String monitor : List.of("gbmonitor", "frmonitor", "bemonitor")) {
            does(sessions, monitor, report());
        }
        does(sessions, "gbfinance1", claim(1, "108400.00", YES));
        does(sessions, "gbfinance1", claim(2, "70030.00", NO));
        does(sessions, "befinance1", claim(3, "82.93", NO));
        forward(sessions, "60");
        forward(sessions, "31");
        for (int claim = 0; claim < 3; claim++) {
            does(sessions, "fxfinance2", pick("Field_decision", YES), pick("Field_voucherChecked", YES));
        }
        String statement = does(sessions, "gbfinance2", pick("Field_answer", YES));
        Map<String, Money> paid = tour.under("What must come out").amounts("[A-Z]{2} to [A-Z]{2}");
        assertThat(statement)
                .contains(Objects.requireNonNull(paid.get("FX to GB")).in(LANGUAGE));
        others(sessions, Stage.CLOSED);
        BrowserUser reader = person(sessions, "gbfinance2").goes("/flights/" + FLIGHT + "/accounts");
        String accounts = reader.page().locator("main").innerText();
        paid.values().forEach(amount -> assertThat(accounts).contains(amount.in(LANGUAGE)));
        assertThat(GuidedTour.paid(transfers.of(FLIGHT))).isEqualTo(paid);
        assertThat(flights.get(FLIGHT).stage()).isEqualTo(Stage.CLOSED);
        assertThat(people).hasSize(9);
        assertThat(tour.under("The steps").typed()).containsAll(people.keySet());
        assertThat(clicks).isEqualTo(Integer.parseInt(tour.said("([0-9]+) clicks")));
        if (LANGUAGE.equals(Locale.ENGLISH)) {
            assertThat(signs).isEqualTo(Integer.parseInt(tour.said("([0-9]+) typed signs")));
        }
    }

    /** On the page that everybody's way in leads to: opens the task of the flight, claims it, fills its form in and completes it; what it said. */
    private String does(Chromium.Sessions sessions, String who, Filled... fields) {
        BrowserUser person = person(sessions, who);
        Page page = person.page();
        person.goes("/");
        click(page.locator("table.waiting tr")
                .filter(new Locator.FilterOptions().setHasText(FLIGHT.value()))
                .first()
                .locator("th a"));
        page.waitForSelector(".fjs-form");
        click(page.getByText(french("Prendre", "Claim"), new Page.GetByTextOptions().setExact(true))
                .first());
        page.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        for (Filled field : fields) {
            field.in(page);
        }
        String said = person.form();
        if (Boolean.getBoolean("tour.pictures")) {
            person.keepsPicture("tour-" + LANGUAGE + "-" + who + "-" + clicks);
        }
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> click(button(page, french("Terminer", "Complete"))));
        assertThat(answer.status()).as("%s: %s", who, answer.text()).isLessThan(300);
        return said;
    }

    private void others(Chromium.Sessions sessions, Stage stage) {
        Page page = rehearsal(sessions);
        page.locator("select[name=others]").selectOption(FLIGHT.value());
        clicks += 2;
        acts(page, Sentence.of("rehearsal.others.act").in(LANGUAGE));
        assertThat(page.locator("main .notice").allInnerTexts())
                .anyMatch(said -> said.contains(stage.words().in(LANGUAGE)));
    }

    private void forward(Chromium.Sessions sessions, String days) {
        Page page = rehearsal(sessions);
        type(page.locator("input[name=days]"), days);
        acts(page, Sentence.of("rehearsal.byDays").in(LANGUAGE));
    }

    private Page rehearsal(Chromium.Sessions sessions) {
        BrowserUser admin = person(sessions, "admin");
        if (!admin.page().url().endsWith("/admin/rehearsal")) {
            click(admin.page().locator("main a[href$='/admin/rehearsal']").first());
        }
        return admin.page();
    }

    private void acts(Page page, String button) {
        page.evaluate("() => { document.body.dataset.before = 'yes'; }");
        click(button(page, button));
        page.waitForSelector(
                "body:not([data-before]) main :is(.notice, .refusal)",
                new Page.WaitForSelectorOptions().setTimeout(2 * PATIENCE_MILLIS));
        assertThat(page.locator("main .refusal").count()).isZero();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Signed in once, and left at their machine. */
    private BrowserUser person(Chromium.Sessions sessions, String name) {
        return people.computeIfAbsent(name, who -> {
            signs += who.length() + "Joint-2026!".length();
            clicks += 3;
            BrowserUser person =
                    new BrowserUser(sessions.open(LANGUAGE.equals(Locale.FRENCH) ? "fr-FR" : "en-GB"), port);
            person.page().setDefaultTimeout(PATIENCE_MILLIS);
            return person.signsIn(who);
        });
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private void type(Locator where, String text) {
        clicks++;
        signs += text.length();
        where.fill(text);
    }

    private Filled[] report() {
        return new Filled[] {
            day("Field_reportDate"),
            type("Field_reportHash", tour.under("The steps").said("`([0-9a-f]{64})`")),
            pick("Field_coversBeforeDeparture", YES),
            pick("Field_coversInFlight", YES),
            pick("Field_coversHandOver", YES),
            pick("Field_coversReturn", NO),
            type("Field_forceSeen", "0"),
            type("Field_restrained", "0"),
            pick("Field_sentToDirector", YES),
            pick("Field_sentToRightsOfficer", YES),
            pick("Field_sentToAuthorities", YES)
        };
    }

    private Filled[] claim(int item, String amount, int another) {
        return new Filled[] {
            pick("Field_claimed", YES),
            pick("Field_item", Pattern.compile("^\\s*" + item + " ")),
            type("Field_description", french("Selon facture", "As invoiced")),
            type("Field_amount", amount),
            type("Field_voucherNumber", "INV-" + item),
            day("Field_voucherDate"),
            pick("Field_another", another)
        };
    }

    private Filled day(String id) {
        return page -> {
            Locator typed = page.locator(
                            ".fjs-form-field-datetime:has([id$='-" + id + "'], [id*='-" + id + "-']) input")
                    .first();
            type(typed, AS_TYPED.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
            typed.press("Enter");
        };
    }

    private Filled type(String id, String text) {
        return page -> type(
                page.locator("input[id$='-" + id + "'], textarea[id$='-" + id + "']")
                        .first(),
                text);
    }

    private Filled pick(String id, int option) {
        return page -> {
            click(page.locator(".fjs-input-group:has([id$='-" + id + "'])").first());
            click(page.locator(".fjs-dropdownlist-item").nth(option));
        };
    }

    private Filled pick(String id, Pattern option) {
        return page -> {
            click(page.locator(".fjs-input-group:has([id$='-" + id + "'])").first());
            click(page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)));
        };
    }

    private static String french(String french, String english) {
        return LANGUAGE.equals(Locale.FRENCH) ? french : english;
    }
}
