package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every form, drawn by Tasklist with our scripts and styles around it: for whoever cannot see or use a mouse, and on a phone. All
 * of them are drawn in the place of one task's form, with every field that some answer brings up, and tables of long texts.
 */
@BrowserTest
class EveryFormBrowserTest {

    private static final Path AXE = Path.of("src", "test", "resources", "browser", "axe-4.14.1.min.js");

    private static final int PHONE = 390;

    /** Draws one form after the other with something in every place that shows something, and asks for each. */
    private static final String DRAW = """
            const { formIn, componentsOf } = await import('/camunda/app/tasklist/scripts/drafts.js');
            const form = formIn(document.querySelector('.fjs-container').__k);
            const long = 'France pays 56,430.77 EUR of “1 charter” (262,000.00 EUR), shared by returnees among four states.';
            const found = [];
            for (const [name, text] of Object.entries(forms)) {
              const schema = JSON.parse(text);
              const data = {};
              for (const part of componentsOf(schema)) {
                delete part.conditional;
                for (const [, gap] of (part.text || part.label || '').matchAll(/{{(\\w+)}}/g)) {
                  data[gap] = gap === 'hash' ? '5c440ec8f1a8d37e'.repeat(4) : long;
                }
                if (part.type === 'table') {
                  data[part.dataSource.slice(1)] = [1, 2].map(row => Object.fromEntries(part.columns.map((column, at) =>
                    [column.key, at === part.columns.length - 1 ? long : row * 100 + ',000.00 EUR'])));
                }
                if (part.valuesKey) {
                  data[part.valuesKey] = [{ value: 'A', label: long }];
                }
              }
              await form.importSchema(schema, data);
              await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
              const drawn = document.querySelector('.fjs-container');
              if (!drawn.innerText.includes(schema.components[0].text.split('\\n')[0].replace(/^#+ /, '').split('{')[0])) {
                found.push(name + ' is not drawn');
              }
              for (const what of await ask(drawn)) {
                found.push(name + ': ' + what);
              }
            }
            return found;
            """;

    private static final String BARRIERS = """
            async forms => {
              const ask = async drawn => (await axe.run(drawn)).violations
                .map(rule => `${rule.id} (${rule.impact}): ${rule.nodes.map(node => node.target).join(', ')}`);
              %s
            }""".formatted(DRAW);

    private static final String CUT_OFF = """
            async forms => {
              const ask = async drawn => [
                ...[...drawn.querySelectorAll('.fjs-table-inner-container, .fjs-form-field-label, .fjs-form-field-text, th, td')]
                  .filter(part => part.scrollWidth > part.clientWidth + 1)
                  .map(part => part.className + ' is cut off: ' + part.innerText.slice(0, 60)),
                ...[...drawn.querySelectorAll('.fjs-input-group, textarea')]
                  .filter(part => part.offsetParent && part.getBoundingClientRect().width < 60)
                  .map(part => part.id + ' is too narrow'),
                ...(document.documentElement.scrollWidth > innerWidth
                  ? ['the page is ' + document.documentElement.scrollWidth + ' pixels wide'] : [])];
              %s
            }""".formatted(DRAW);

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    private OperationReference flight;

    @BeforeEach
    void propose() {
        users.open();
        flight = users.as("frcoordinator").proposes(Map.of("embarkations", "CDG", "invited", "GB"));
    }

    @Test
    void no_form_has_a_barrier_and_on_a_phone_none_is_cut_off_or_scrolled_sideways(Chromium.Sessions sessions)
            throws IOException {
        Map<String, String> forms = forms();
        assertThat(forms).hasSizeGreaterThan(50);
        try (BrowserUser coordinator = new BrowserUser(sessions.open("en-GB"), port)) {
            Page page = coordinator
                    .brings(AXE)
                    .signsIn("frcoordinator")
                    .claims(flight.value())
                    .page();
            page.setViewportSize(1280, 900);
            assertThat(coordinator.violations()).as("Tasklist around the form").isEmpty();
            assertThat(findings(page, BARRIERS, forms)).as("on a desk").isEmpty();
            page.setViewportSize(PHONE, 844);
            assertThat(findings(page, CUT_OFF, forms)).as("on a phone").isEmpty();
            assertThat(coordinator.violations()).as("Tasklist on a phone").isEmpty();
            assertThat(page.locator("section.tasks-list").isVisible()).isFalse();
            assertThat(coordinator.canReachTheButton()).isTrue();

            page.click(".joint-flights-back");
            page.waitForSelector("li.task");
            assertThat(page.locator(".fjs-form").isVisible()).isFalse();
            assertThat(coordinator.violations())
                    .as("the list on a phone")
                    .isSubsetOf("page-has-heading-one (moderate): html");
        }
    }

    private static Map<String, String> forms() throws IOException {
        Map<String, String> forms = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".form")).toList()) {
                forms.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return forms;
    }

    @SuppressWarnings("unchecked")
    private static List<String> findings(Page page, String question, Map<String, String> forms) {
        return new ArrayList<>((List<String>) page.evaluate(question, forms));
    }
}
