package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The people of the guided tour at two machines: the administrator's, and one at which the others sign in one after the other and leave it as
 * they found it. What they click, type and read is counted.
 */
final class TourPeople implements AutoCloseable {

    private static final String ADMINISTRATOR = "admin";
    private static final String PASSWORD = "Joint-2026!";

    /** A machine that builds other things meanwhile takes its time; nothing that is looked for here is there for a moment only. */
    private static final int PATIENCE_MILLIS = 120_000;

    /** The next task opens by itself a moment after the last: whoever looks before looks again. */
    private static final int MOST_LOOKS = 40;

    private static final String HOME = "a.joint-flights-home[href='/']";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'.,/:-]*");

    private final int port;
    private final Locale language;
    private final BrowserUser administrator;
    private final BrowserUser guest;
    private final Set<String> present = new TreeSet<>();
    private final Set<String> signedIn = new TreeSet<>();
    private final Set<String> read = new TreeSet<>();
    private @Nullable OperationReference chosen;
    private int clicks;
    private int anticipated;
    private int signs;
    private int fields;
    private int pages;

    TourPeople(Chromium.Sessions sessions, int port, Locale language) {
        this.port = port;
        this.language = language;
        this.administrator = atAMachine(sessions);
        this.guest = atAMachine(sessions);
    }

    private BrowserUser atAMachine(Chromium.Sessions sessions) {
        BrowserUser person = new BrowserUser(sessions.open(french("fr-FR", "en-GB")), port);
        person.page().setDefaultTimeout(PATIENCE_MILLIS);
        return person;
    }

    /** One field of a form and what is done to it. */
    interface Filled {
        void in(Page page);
    }

    /** Everybody who has signed in. */
    Set<String> signedIn() {
        return signedIn;
    }

    int clicks() {
        return clicks;
    }

    int signs() {
        return signs;
    }

    /** A sentence as those people are told it. */
    String said(String key) {
        return Sentence.of(key).in(language);
    }

    /** From the home page: opens the task of the flight, claims it, fills its form in and completes it; what it said. */
    String does(String who, OperationReference flight, Filled... filled) {
        Page page = home(who);
        Locator task = page.locator("table.waiting tr")
                .filter(new Locator.FilterOptions().setHasText(flight.value()))
                .first()
                .locator("th a");
        for (int look = 0; look < MOST_LOOKS && task.count() == 0; look++) {
            page.reload();
        }
        opens(page, task);
        click(page.getByText(french("Prendre", "Claim"), new Page.GetByTextOptions().setExact(true))
                .first());
        page.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return fillsIn(who, page, french("Terminer", "Complete"), filled);
    }

    private void opens(Page page, Locator task) {
        click(task);
        page.locator(".fjs-form").first().waitFor();
    }

    /** From the home page: fills in what a flight is proposed with, and starts it. */
    void proposes(String who, Filled... filled) {
        Page page = home(who);
        click(page.locator("main .doors a").filter(new Locator.FilterOptions().setHasText(said("web.propose"))));
        page.waitForSelector(".modal-content .fjs-form");
        fillsIn(who, page, french("Démarrer", "Start"), filled);
    }

    private String fillsIn(String who, Page page, String button, Filled... filled) {
        pages++;
        for (Filled field : filled) {
            field.in(page);
        }
        String said = page.locator(".fjs-form").innerText();
        said.lines().forEach(read::add);
        if (Boolean.getBoolean("tour.pictures")) {
            person(who).keepsPicture("tour-" + language + "-" + who + "-" + clicks);
        }
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/submit-form"), () -> click(button(page, button)));
        assertThat(answer.status()).as("%s: %s", who, answer.text()).isLessThan(300);
        return said;
    }

    /** From the home page to the flight's, and to a part of it: that page. */
    Page looksAt(String who, OperationReference flight, String part) {
        Page page = home(who);
        click(page.locator("main a[href$='/flights/" + flight + "']:visible").first());
        click(page.locator(".flight-tabs a")
                .filter(new Locator.FilterOptions().setHasText(said("flightpage.tab." + part)))
                .first());
        page.locator(".flight-tabs a[aria-current='page']")
                .filter(new Locator.FilterOptions().setHasText(said("flightpage.tab." + part)))
                .waitFor();
        pages += 2;
        return page;
    }

    /** The administrator has the others take a flight to that stage, with the clock or without. */
    void others(OperationReference flight, String button, Stage stage) {
        Page page = rehearsal();
        if (!Objects.equals(chosen, flight)) {
            page.locator("select[name=others]").selectOption(flight.value());
            clicks += 2;
            anticipated++;
            chosen = flight;
        }
        acts(page, said(button));
        assertThat(page.locator("main .notice").allInnerTexts())
                .anyMatch(told -> told.contains(stage.words().in(language)));
        assertThat(page.locator("main .bad").allInnerTexts()).isEmpty();
    }

    /** The administrator moves the clock. */
    void forward(String days) {
        Page page = rehearsal();
        chosen = null;
        typed(page.locator("input[name=days]"), days);
        acts(page, said("rehearsal.byDays"));
        page.locator("main li").allInnerTexts().forEach(read::add);
    }

    private Page rehearsal() {
        Page page = person(ADMINISTRATOR).page();
        if (!page.url().endsWith("/admin/rehearsal")) {
            click(page.locator("main a[href$='/admin/rehearsal']").first());
            pages++;
        }
        return page;
    }

    private void acts(Page page, String button) {
        page.evaluate("() => { document.body.dataset.before = 'yes'; }");
        click(button(page, button));
        pages++;
        page.waitForSelector("body:not([data-before]) main :is(.notice, .refusal)");
        assertThat(page.locator("main .refusal").allInnerTexts()).isEmpty();
        page.locator("main .notice").allInnerTexts().forEach(read::add);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** That person's home page, on which everybody is who has just signed in. */
    Page home(String who) {
        Page page = person(who).page();
        if (!page.url().endsWith(":" + port + "/")) {
            click(page.locator(HOME));
            page.waitForSelector("ul.doors");
            pages++;
        }
        return page;
    }

    private BrowserUser person(String who) {
        BrowserUser person = ADMINISTRATOR.equals(who) ? administrator : guest;
        if (!present.contains(who)) {
            if (present.removeIf(other -> !ADMINISTRATOR.equals(other) && !ADMINISTRATOR.equals(who))) {
                person.leaves();
            }
            person.signsIn(who);
            present.add(who);
            signedIn.add(who);
            signs += who.length() + PASSWORD.length();
            clicks += 3;
            fields += 2;
            pages += 2;
        }
        return person;
    }

    void click(Locator what) {
        clicks++;
        what.click();
    }

    private void typed(Locator where, String text) {
        clicks++;
        fields++;
        signs += text.length();
        where.fill("datetime-local".equals(where.getAttribute("type")) ? text.replace(' ', 'T') : text);
    }

    /** Types a day into the field of that id. */
    Filled day(String id, String day) {
        return page -> {
            Locator typed = page.locator(
                            ".fjs-form-field-datetime:has([id$='-" + id + "'], [id*='-" + id + "-']) input")
                    .first();
            typed(typed, day);
            typed.press("Enter");
        };
    }

    /** Types into the field of that id. */
    Filled type(String id, String text) {
        return page -> typed(
                page.locator("input[id$='-" + id + "'], textarea[id$='-" + id + "']")
                        .first(),
                text);
    }

    /** Chooses an option by its place. */
    Filled pick(String id, int option) {
        return page -> {
            click(page.locator(".fjs-input-group:has([id$='-" + id + "'])").first());
            click(page.locator(".fjs-dropdownlist-item").nth(option));
            anticipated++;
        };
    }

    /** Chooses an option by what it says. */
    Filled pick(String id, Pattern option) {
        return page -> {
            click(page.locator(".fjs-input-group:has([id$='-" + id + "'])").first());
            click(page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)));
            anticipated++;
        };
    }

    String french(String french, String english) {
        return language.equals(Locale.FRENCH) ? french : english;
    }

    /**
     * How long somebody needs who does it for the first time and reads the tour, each sentence of its forms once, and what the clock brought
     * about. By the keystroke-level model of Card, Moran and Newell (1980): to point takes 1.1 s and to press and let go of a button 0.2 s, a
     * sign of an average typist 0.28 s, from the mouse to the keyboard and back 0.8 s, to make up one's mind before each click 1.35 s, but for
     * the option of a list that was opened for it. Read are 238 words a minute (Brysbaert 2019). A page is waited for 2 s.
     */
    Duration wouldTake(String tour) {
        return Duration.ofMillis(clicks * (1_100L + 200)
                        + (clicks - anticipated) * 1_350L
                        + signs * 280L
                        + fields * 800L
                        + pages * 2_000L)
                .plus(Duration.ofMinutes(words(tour)).dividedBy(238));
    }

    /** All that goes into it. */
    String counted(String tour) {
        return clicks + " clicks (" + anticipated + " anticipated), " + signs + " signs, " + fields + " fields, "
                + pages + " pages, " + words(tour) + " words";
    }

    private long words(String tour) {
        return Stream.concat(Stream.of(tour), read.stream())
                .mapToLong(text -> WORD.matcher(text).results().count())
                .sum();
    }

    @Override
    public void close() {
        administrator.close();
        guest.close();
    }
}
