package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * The guided tour of {@code docs/guided-tour.md} with a mouse and a keyboard: nine people sign in, do in Tasklist what it says and see
 * the figures that it names. Asked for by name, as it starts an example of its own: {@code -Dtest=GuidedTourInBrowser}, in French
 * with {@code -Dtour.language=fr}. The build plays the same steps through the same forms without a browser.
 */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:tour;DB_CLOSE_DELAY=-1")
@ActiveProfiles("example")
class GuidedTourInBrowser {

    private static final OperationReference FLIGHT = new OperationReference("RO-2015-058");
    private static final Path TOUR = Path.of("docs", "guided-tour.md");
    private static final Locale LANGUAGE = Locale.forLanguageTag(System.getProperty("tour.language", "en"));
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** The order of the options of a yes or no, and of most decisions: what goes on stands first. */
    private static final int YES = 0;

    private static final int NO = 1;

    private static final Pattern CLAIM = Pattern.compile("^\\s*(Claim|Prendre)\\s*$");
    private static final Pattern COMPLETE = Pattern.compile("Complete|Terminer");

    @LocalServerPort
    int port;

    @Autowired
    Transfers transfers;

    @Autowired
    Clock clock;

    /** One field of a form and what is done to it. */
    private interface Filled {
        void in(Page page);
    }

    @Test
    void nine_people_take_a_flight_to_closed_accounts_and_see_what_the_tour_says(Chromium.Sessions sessions)
            throws IOException {
        does(sessions, "rightsofficer1", pick("select_answer1", YES));
        administrator(sessions, "select[name=others]", FLIGHT.value());
        administrator(sessions, "select[name=others]", FLIGHT.value());
        for (String monitor : List.of("gbmonitor", "frmonitor", "bemonitor")) {
            does(sessions, monitor, report());
        }
        does(sessions, "gbfinance1", claim(0, "108400.00", YES));
        does(sessions, "gbfinance1", claim(1, "70030.00", NO));
        does(sessions, "befinance1", claim(2, "82.93", NO));
        administrator(sessions, "input[name=days]", "60");
        administrator(sessions, "input[name=days]", "31");
        for (int claim = 0; claim < 3; claim++) {
            does(sessions, "fxfinance2", pick("Field_decision", YES), pick("Field_voucherChecked", YES));
        }
        String form = does(sessions, "gbfinance2", pick("Field_answer", YES));
        assertThat(form).contains(Money.euro(178_430_00).in(LANGUAGE));
        administrator(sessions, "select[name=others]", FLIGHT.value());

        List<String> wanted = figures();
        assertThat(wanted).hasSize(2);
        assertThat(transfers.of(FLIGHT)).hasSameSizeAs(wanted);
        try (BrowserUser reader = new BrowserUser(sessions.open(tag()), port)) {
            reader.signsIn("manager1").goes("/flights/" + FLIGHT + "/accounts");
            String accounts = reader.page().locator("main").innerText();
            assertThat(accounts).contains(wanted);
            reader.keepsPicture("tour-accounts-" + LANGUAGE);
            reader.goes("/flights/" + FLIGHT);
            assertThat(reader.page().locator(".facts, .head, h1 ~ *").first().innerText())
                    .isNotBlank();
            reader.keepsPicture("tour-end-" + LANGUAGE);
        }
    }

    /** Signs in, claims the task of the flight that waits, fills its form in and completes it: what the form said. */
    private String does(Chromium.Sessions sessions, String person, Filled... fields) {
        try (BrowserUser user = new BrowserUser(sessions.open(tag()), port)) {
            user.signsIn(person).opensTasklist();
            Page page = user.page();
            user.inList(FLIGHT.value()).first().locator(".clickable").click();
            page.waitForSelector(".fjs-form");
            page.getByText(CLAIM).first().click();
            page.locator(".disabled-form")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            for (Filled field : fields) {
                field.in(page);
            }
            String said = user.form();
            Response answer = page.waitForResponse(
                    response -> response.url().endsWith("/submit-form"),
                    () -> page.locator("button.btn-primary:visible")
                            .filter(new Locator.FilterOptions().setHasText(COMPLETE))
                            .first()
                            .click());
            assertThat(answer.status()).as("%s: %s", person, answer.text()).isLessThan(300);
            return said;
        }
    }

    private void administrator(Chromium.Sessions sessions, String field, String value) {
        try (BrowserUser admin = new BrowserUser(sessions.open(tag()), port)) {
            admin.signsIn("admin").goes("/admin/rehearsal");
            Locator typed = admin.page().locator(field);
            if (field.startsWith("select")) {
                typed.selectOption(value);
            } else {
                typed.fill(value);
            }
            admin.page()
                    .locator("form")
                    .filter(new Locator.FilterOptions().setHas(typed))
                    .locator("button")
                    .click();
            admin.page().locator(".notice").first().waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            assertThat(admin.page().locator("main .refusal").count()).isZero();
        }
    }

    private Filled[] report() {
        List<Filled> fields = new ArrayList<>(List.of(
                day("Field_reportDate"),
                type("Field_reportHash", "0123456789abcdef".repeat(4)),
                type("Field_forceSeen", "0"),
                type("Field_restrained", "0"),
                pick("Field_coversReturn", NO)));
        for (String yes : List.of(
                "coversBeforeDeparture",
                "coversInFlight",
                "coversHandOver",
                "sentToDirector",
                "sentToRightsOfficer",
                "sentToAuthorities")) {
            fields.add(pick("Field_" + yes, YES));
        }
        return fields.toArray(Filled[]::new);
    }

    private Filled[] claim(int item, String amount, int another) {
        return new Filled[] {
            pick("Field_claimed", YES),
            pick("Field_item", item),
            type("Field_description", LANGUAGE.equals(Locale.FRENCH) ? "Selon facture" : "As invoiced"),
            type("Field_amount", amount),
            type("Field_voucherNumber", "INV-" + (item + 1)),
            day("Field_voucherDate"),
            pick("Field_another", another)
        };
    }

    private Filled day(String id) {
        return page -> {
            Locator typed = page.locator(
                            "[id$='-" + id + "'] input, input[id$='-" + id + "'], input[id*='-" + id + "-']")
                    .first();
            typed.fill(AS_TYPED.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
            typed.press("Tab");
        };
    }

    private static Filled type(String id, String text) {
        return page -> page.locator("input[id$='-" + id + "'], textarea[id$='-" + id + "']")
                .first()
                .fill(text);
    }

    private static Filled pick(String id, int option) {
        return page -> {
            page.locator(".fjs-input-group:has([id$='-" + id + "'])").first().click();
            page.locator(".fjs-dropdownlist-item").nth(option).click();
        };
    }

    /** The amounts at the end of the tour, as the reader's language writes them. */
    private static List<String> figures() throws IOException {
        String tour = Files.readString(TOUR);
        Matcher line = Pattern.compile("\\| [A-Z]{2} to [A-Z]{2} \\| ([0-9,]+)\\.([0-9]{2}) EUR \\|")
                .matcher(tour);
        List<String> figures = new ArrayList<>();
        while (line.find()) {
            long cents = Long.parseLong(line.group(1).replace(",", "") + line.group(2));
            figures.add(Money.euro(cents).in(LANGUAGE));
        }
        return figures;
    }

    private static String tag() {
        return LANGUAGE.equals(Locale.FRENCH) ? "fr-FR" : "en-GB";
    }
}
