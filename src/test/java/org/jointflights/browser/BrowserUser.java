package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser: what they see and do on our pages and in Tasklist. */
public final class BrowserUser implements AutoCloseable {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String PASSWORD = "Joint-2026!";
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Page page;
    private final String address;

    public BrowserUser(Page page, int port) {
        this.page = page;
        this.address = "http://localhost:" + port;
        page.setDefaultTimeout(20_000);
    }

    public Page page() {
        return page;
    }

    public BrowserUser signsIn(String name) {
        goes("/sign-in");
        page.fill("#name", name);
        page.fill("#password", PASSWORD);
        page.click("button.main-act");
        page.waitForSelector("ul.doors");
        return this;
    }

    BrowserUser goes(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Opens Tasklist on the first of the person's lists. */
    public BrowserUser opensTasklist() {
        goes(TASKLIST);
        // Until a list is chosen, Tasklist lets go of a task that somebody opens at once.
        page.waitForSelector(
                ".task-filters .active", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForSelector(".tasks-list");
        return this;
    }

    /** Opens the start form of the one process that people start. */
    BrowserUser proposes() {
        opensTasklist();
        page.click(".start-process-action");
        page.click(".modal-content a:has-text('Joint flight')");
        page.waitForSelector(".modal-content .fjs-form");
        return this;
    }

    /** Chooses the task in the list and claims it. */
    BrowserUser claims(String task) {
        opensTasklist();
        return takes(task);
    }

    /** The same in the list that is open. */
    public BrowserUser takes(String task) {
        inList(task).first().click();
        page.locator(".fjs-form")
                .filter(new Locator.FilterOptions().setHasText(task))
                .waitFor();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForSelector("button:has-text('Complete')");
        page.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(hidden()));
        return this;
    }

    BrowserUser chooses(String task) {
        opensTasklist();
        inList(task).first().click();
        page.waitForSelector(".fjs-form");
        return this;
    }

    /** Opens the task anew by its address, of which Tasklist lets go once, as it does now and then while it chooses a list. */
    BrowserUser comesBackToTheTask() {
        String address = page.url();
        page.navigate("about:blank");
        page.navigate(address);
        page.waitForSelector(".fjs-form");
        page.evaluate("location.hash = location.hash.replace(/task=[^&]*&?/, '')");
        page.waitForURL(url -> url.contains("task="));
        page.waitForSelector(".fjs-form");
        return this;
    }

    /** The rows of the open list that show this text. */
    public Locator inList(String text) {
        return page.locator("li.task").filter(new Locator.FilterOptions().setHasText(text));
    }

    BrowserUser types(String label, String text) {
        Locator typed = field(label).locator("input, textarea").first();
        typed.fill("datetime-local".equals(typed.getAttribute("type")) ? text.replace(' ', 'T') : text);
        return this;
    }

    /** Types the beginning of a name into a field and takes the choice that is pointed out, by the keyboard alone. */
    BrowserUser choosesByName(String label, String... names) {
        Locator typed = field(label).locator("input").first();
        typed.focus();
        for (String name : names) {
            page.keyboard().type(name);
            page.locator(".chooser:visible [role='option'][aria-selected='true']")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .waitFor();
            page.keyboard().press("Enter");
        }
        page.keyboard().press("Tab");
        return this;
    }

    /** What stands below a field about the codes in it. */
    Locator meant(String label) {
        return field(label).locator(".chooser-words");
    }

    /** Types into one field after the other, faster than anybody could; the form has kept each of them. */
    BrowserUser types(Map<String, String> texts) {
        texts.forEach(this::types);
        texts.forEach((label, text) -> assertThat(typed(label)).isEqualTo(text));
        return this;
    }

    /**
     * Types a correction after a refusal and sends it: the server's status. Tasklist draws the refused form once more a
     * moment later and may take back what was typed meanwhile; whoever sees that types it again.
     */
    int corrects(String label, String text) {
        int status = types(label, text).sends();
        for (int again = 0; again < 5 && status == 400 && !typed(label).equals(text); again++) {
            status = types(label, text).sends();
        }
        return status;
    }

    /** Types until it is kept, and is thrown out, as by a crash of the browser. */
    BrowserUser losesThePage(String typedLast) {
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft")
                        && answer.status() == 204
                        && answer.request().postData().contains(typedLast),
                () -> page.keyboard().press("Shift"));
        page.navigate("about:blank");
        return this;
    }

    /** Opens a task that was claimed before, from that list. */
    BrowserUser comesBackTo(String list, String task) {
        opensTasklist();
        if (page.locator("body.filters-column-close").count() > 0) {
            page.click(".region-toggle[data-region='filters']");
        }
        page.click(".task-filters a:has-text('" + list + "'), [cam-tasklist-filters] a:has-text('" + list + "')");
        inList(task).first().click();
        page.waitForSelector(".fjs-form");
        page.waitForSelector("button:has-text('Complete')");
        return this;
    }

    /** The texts that are chosen and typed into the form, by field. */
    String chosen(String label) {
        return field(label).locator(".fjs-select-display").innerText();
    }

    /** Chooses an option; a list that has just been chosen from opens again only after a click elsewhere. */
    public BrowserUser picks(String label, String option) {
        field(label).locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    String typed(String label) {
        Locator typed = field(label).locator("input, textarea").first();
        return "datetime-local".equals(typed.getAttribute("type"))
                ? typed.inputValue().replace('T', ' ')
                : typed.inputValue();
    }

    /** The field of a form by its label; a star marks a required one. */
    Locator field(String label) {
        Locator labelled = page.locator("label")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("^" + label.replaceAll("[?().]", "\\\\$0") + "\\*?$")));
        return page.locator(".fjs-form-field").filter(new Locator.FilterOptions().setHas(labelled));
    }

    /** The text of the form as it is shown. */
    public String form() {
        return page.locator(".fjs-form").innerText();
    }

    /** The parts of the form that are Markdown. */
    Locator texts() {
        return page.locator(".fjs-form .fjs-form-field-text");
    }

    /** The names of all elements that those parts were made of, in lower case. */
    @SuppressWarnings("unchecked")
    List<String> elementsOfTexts() {
        return (List<String>) texts().evaluateAll("""
                parts => [...new Set(parts.flatMap(part => [...part.querySelectorAll('*')])
                  .map(element => element.tagName.toLowerCase() + (element.className ? '.' + element.className : '')))]""");
    }

    /** Where the links in those parts lead. */
    @SuppressWarnings("unchecked")
    List<String> linksOfTexts() {
        return (List<String>) texts().locator("a").evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    /** What the items of lists in those parts hold. */
    @SuppressWarnings("unchecked")
    List<String> items() {
        return (List<String>) texts().locator("li").evaluateAll("items => items.map(item => item.textContent)");
    }

    /** Whether that text stands in the first part of the form, and nothing lies over it. */
    boolean sees(String text) {
        return (Boolean) texts().first().evaluate("""
                (part, wanted) => {
                  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(wanted);
                    if (at >= 0) {
                      part.scrollIntoView({block: 'center'});
                      const range = document.createRange();
                      range.setStart(node, at);
                      range.setEnd(node, at + wanted.length);
                      return [...range.getClientRects()].every(box => part.contains(
                        document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)));
                    }
                  }
                  return false;
                }""", text);
    }

    /** The file behind a link of the form, which stays open. */
    byte[] downloads(String link) {
        Download download = page.waitForDownload(() -> page.locator(".fjs-form a")
                .filter(new Locator.FilterOptions().setHasText(link))
                .click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables of the form of which a column lies beyond the edge. */
    @SuppressWarnings("unchecked")
    List<String> cutTables() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('.fjs-table-inner-container')]
                  .filter(table => table.scrollWidth > table.clientWidth + 1)
                  .map(table => table.innerText.slice(0, 80))""");
    }

    /** Presses Start or Complete and waits for the server's answer: its status. */
    public int sends() {
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> page.locator("button.btn-primary:visible")
                        .filter(new Locator.FilterOptions()
                                .setHasText(Pattern.compile("Start|Complete|Démarrer|Terminer")))
                        .first()
                        .click());
        return answer.status();
    }

    /** The sentence in the red bar, as it is shown, without the cross that closes the bar. */
    String refusal() {
        Locator bar = page.locator(".notifications .alert-danger").first();
        bar.waitFor();
        return bar.innerText().replace("×", "").strip();
    }

    /** Whether a click in the middle of the Complete or Start button would reach it. */
    boolean canReachTheButton() {
        return (Boolean) page.locator("button.btn-primary:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Start|Complete|Démarrer|Terminer")))
                .first()
                .evaluate("""
                        button => {
                          button.scrollIntoView({block: 'nearest'});
                          const box = button.getBoundingClientRect();
                          return [0.1, 0.5, 0.9].every(part => button.contains(
                            document.elementFromPoint(box.left + part * box.width, box.top + box.height / 2)));
                        }""");
    }

    /** Whether the red bar lies within the window. */
    boolean seesTheRefusal() {
        return (Boolean)
                page.locator(".notifications .alert-danger .message").first().evaluate("""
                sentence => {
                  const box = sentence.getBoundingClientRect();
                  return sentence.contains(document.elementFromPoint(box.left + 2, box.top + box.height / 2));
                }""");
    }

    /** Signs out by Tasklist's own menu. */
    BrowserUser signsOutInTasklist() {
        page.locator("[cam-widget-header] .account a, .account .dropdown-toggle")
                .first()
                .click();
        page.locator("a.logout, .logout a, a[ng-click*='logout']").first().click();
        page.waitForURL(Pattern.compile(".*/sign-in\\?out.*"));
        return this;
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Keeps a picture of everything that can be scrolled to. */
    public BrowserUser keepsPicture(String name) {
        Object height =
                page.evaluate("() => Math.max(...[...document.querySelectorAll('*')].map(e => e.scrollHeight)) + 330");
        page.setViewportSize(1440, Math.max(1000, ((Number) Objects.requireNonNull(height)).intValue()));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        page.setViewportSize(1440, 1000);
        return this;
    }

    /** The same as on a telephone. */
    BrowserUser keepsNarrowPicture(String name) {
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        page.setViewportSize(1440, 1000);
        return this;
    }

    /** Brings the accessibility checker along to every page opened from now on, past the pages' policy for scripts. */
    BrowserUser brings(Path axe) {
        page.addInitScript(axe);
        return this;
    }

    /** Opens a page and waits until it is still: what the server answered. */
    @Nullable
    Response opens(String path) {
        Response answer = page.navigate(address + path);
        page.waitForLoadState(LoadState.LOAD);
        return answer;
    }

    /** What it finds of that which hangs on colours and the width of the page. */
    @SuppressWarnings("unchecked")
    List<String> violationsOfLooks() {
        return (List<String>) page.evaluate("""
                async () => (await axe.run({runOnly: ['color-contrast', 'scrollable-region-focusable', 'target-size']}))
                  .violations
                  .map(found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.target).join(', ')}`)""");
    }

    /** All that the accessibility checker finds on this page, however slight. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        return (List<String>) page.evaluate("""
                async () => (await axe.run()).violations
                  .map(found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.target).join(', ')}`)""");
    }

    private static WaitForSelectorState hidden() {
        return WaitForSelectorState.HIDDEN;
    }

    /** Leaves the machine to the next person: signed out, with nothing stored but what the browser has fetched and compiled. */
    BrowserUser leaves() {
        forgets();
        // A page that is still asking would be sent to the door, and so would the next person's.
        page.navigate("about:blank");
        page.context().clearCookies();
        return this;
    }

    private void forgets() {
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }");
    }

    @Override
    public void close() {
        forgets();
        page.close();
    }
}
