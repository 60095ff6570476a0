package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sign-in and sign-out, the flight pages, the languages, and what keeps somebody from using the pages. */
@BrowserTest
class OurPagesBrowserTest {

    private static final Path AXE = Path.of("src", "test", "resources", "browser", "axe-4.14.1.min.js");

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    RuntimeService engine;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void somebody_signs_in_with_the_keyboard_alone(Chromium.Sessions sessions) {
        try (BrowserUser visitor = new BrowserUser(sessions.open("en-GB"), port)) {
            visitor.goes("/");
            assertThat(visitor.page().locator("#name")).isFocused();
            visitor.page().keyboard().type("frcoordinator");
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().type("Joint-2026!");
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().press("Enter");

            assertThat(visitor.heading()).containsText("Claire Moreau");
        }
    }

    @Test
    void after_the_sign_out_of_tasklist_the_session_is_gone_everywhere(Chromium.Sessions sessions) {
        try (BrowserUser visitor = new BrowserUser(sessions.open("en-GB"), port)) {
            visitor.signsIn("gbcoordinator").opensTasklist().signsOutInTasklist();

            for (String path : List.of("/flights", "/camunda/app/tasklist/default/")) {
                visitor.goes(path);
                assertThat(visitor.page()).hasURL(Pattern.compile(".*/sign-in.*"));
            }
        }
    }

    @Test
    void a_french_browser_is_spoken_to_in_french(Chromium.Sessions sessions) {
        try (BrowserUser visitor = new BrowserUser(sessions.open("fr-FR"), port)) {
            visitor.goes("/sign-in");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(visitor.page().locator("button.main-act")).hasText("Se connecter");

            visitor.signsIn("frcoordinator").opensTasklist();
            assertThat(visitor.page().locator(".start-process-action")).containsText("Démarrer un processus");
            visitor.keepsPicture("tasklist-fr");
        }
    }

    @Test
    void in_tasklist_a_box_narrows_each_list_to_one_flight_and_says_what_it_was_narrowed_to(
            Chromium.Sessions sessions) {
        OperationReference flight = proposed();
        users.as("gbcoordinator").open("userTask_answerOffer", flight);
        try (BrowserUser visitor = new BrowserUser(sessions.open("en-GB"), port)) {
            visitor.signsIn("gbcoordinator").opensTasklist();
            Locator box = visitor.page().locator(".joint-flights-flight input");
            Locator found = visitor.page().locator("li.task");

            box.fill(flight.value());
            box.press("Enter");
            assertThat(visitor.page())
                    .hasURL(Pattern.compile(
                            ".*processInstanceBusinessKey.*dueDate.*|.*dueDate.*processInstanceBusinessKey.*"));
            assertThat(found).hasCount(1);
            assertThat(found).containsText(flight.value());

            box.fill("JRO-1999");
            box.press("Enter");
            assertThat(found).hasCount(0);
        }
    }

    @Test
    void a_file_of_rates_is_chosen_and_read_before_it_is_entered(Chromium.Sessions sessions) {
        try (BrowserUser manager = new BrowserUser(sessions.open("en-GB"), port)) {
            manager.signsIn("manager1").goes("/rates");
            String text = "[{\"isoA3Code\":\"MKD\",\"value\":61.5}]";
            manager.page()
                    .setInputFiles(
                            "#ratePick",
                            new FilePayload("rates.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
            assertThat(manager.page().locator("#rateFile")).hasValue(text);
            manager.page().fill("#rateMonth", "2020-01");
            manager.page().click("form[action='/rates'] button");
            assertThat(manager.page().locator("main")).containsText("Rates added: 1.");
            manager.keepsPicture("rates");
        }
    }

    @Test
    void a_french_manager_watches_the_processes_in_french(Chromium.Sessions sessions) {
        try (BrowserUser manager = new BrowserUser(sessions.open("fr-FR"), port)) {
            manager.signsIn("manager1").goes("/camunda/app/cockpit/default/#/dashboard");
            assertThat(manager.heading().first()).hasText("En ce moment");
            manager.keepsPicture("cockpit-fr");

            manager.goes("/camunda/app/cockpit/default/#/processes");
            assertThat(manager.heading().first()).containsText("définitions de processus déployées");
        }
    }

    @Test
    void the_page_of_a_flight_shows_where_it_stands_in_the_drawing(Chromium.Sessions sessions) {
        OperationReference flight = proposed();
        try (BrowserUser manager = new BrowserUser(sessions.open("en-GB"), port)) {
            manager.signsIn("manager1").goes("/flights");
            manager.keepsPicture("flights");
            manager.page().locator("main a", text(flight.value())).first().click();

            assertThat(manager.heading()).containsText(flight.value());
            assertThat(manager.page().locator(".diagram .djs-element.active"))
                    .hasAttribute("data-element-id", "callActivity_flightPlanning");
            manager.keepsPicture("flight");
            manager.page().locator("nav.processes a").nth(1).click();
            assertThat(manager.page().locator(".diagram .djs-element.active").first())
                    .isVisible();

            engine.deleteProcessInstance(
                    Objects.requireNonNull(users.instance("jointFlight", flight))
                            .getId(),
                    "it is over");
            manager.goes("/flights/" + flight);
            // Where a flight is over nothing is active, and it is drawn all the same.
            assertThat(manager.page().locator(".diagram .djs-element").first()).isVisible();
        }
    }

    @Test
    void the_door_holds_no_barrier(Chromium.Sessions sessions) {
        try (BrowserUser visitor = new BrowserUser(sessions.open("en-GB"), port)) {
            visitor.brings(AXE).goes("/sign-in");
            assertThat(visitor.violations()).isEmpty();
        }
    }

    @Test
    void two_administrators_let_a_signer_in_who_then_chooses_a_password(Chromium.Sessions sessions) {
        String password;
        try (BrowserUser first = new BrowserUser(sessions.open("en-GB"), port);
                BrowserUser second = new BrowserUser(sessions.open("fr-FR"), port)) {
            first.brings(AXE).signsIn("admin").goes("/admin/people/add-person");
            assertThat(first.violations()).as("add a person").isEmpty();
            first.page().fill("#signInName", "frfinance9");
            first.page().fill("#firstName", "Zoé");
            first.page().fill("#lastName", "Marchand");
            first.page().selectOption("#role", "FINANCE");
            first.page().selectOption("#party", "FR");
            first.keepsPicture("add-person");
            first.page().click("main button.main-act");
            assertThat(first.page().locator(".notice"))
                    .containsText("Asked for: Add Zoé Marchand as Finance approver (FR)");
            first.goes("/admin/people");
            assertThat(first.page().locator(".requests button")).hasText("Withdraw");
            assertThat(first.violations()).as("people").isEmpty();
            first.keepsPicture("people-of-who-asked");

            second.brings(AXE).signsIn("admin2").goes("/admin/people");
            second.keepsPicture("people-to-confirm");
            assertThat(second.violations()).as("people, with what waits").isEmpty();
            second.keepsNarrowPicture("people-to-confirm-phone");
            second.page().click(".requests button.main-act");
            password = second.page().locator("output.password").innerText();
            second.keepsPicture("people-confirmed");
            assertThat(second.violations())
                    .as("people, with a one-time password")
                    .isEmpty();
            second.goes("/admin/people/frfinance9");
            assertThat(second.violations()).as("a person").isEmpty();
            second.keepsPicture("person");
            second.keepsNarrowPicture("person-phone");
            second.goes("/administration");
            assertThat(second.page().locator("tbody tr").first()).containsText("Zoé Marchand");
            assertThat(second.violations()).as("the log").isEmpty();
            second.keepsPicture("administration-log");
            second.keepsNarrowPicture("administration-log-phone");
            second.goes("/notices").keepsPicture("notices-of-administrators");
            second.goes("/admin/parties").keepsPicture("parties");
            assertThat(second.violations()).as("parties").isEmpty();
        }
        try (BrowserUser newcomer = new BrowserUser(sessions.open("en-GB"), port)) {
            newcomer.brings(AXE).goes("/sign-in");
            newcomer.page().fill("#name", "frfinance9");
            newcomer.page().fill("#password", password);
            newcomer.page().click("button.main-act");
            assertThat(newcomer.heading()).hasText("Change your password");
            newcomer.keepsPicture("password");
            assertThat(newcomer.violations()).as("password").isEmpty();
            newcomer.page().fill("#currentPassword", password);
            newcomer.page().fill("#newPassword", "Rather-77-Private!");
            newcomer.page().fill("#newPasswordAgain", "Rather-77-Private!");
            newcomer.page().keyboard().press("Enter");
            newcomer.page().fill("#name", "frfinance9");
            newcomer.page().fill("#password", "Rather-77-Private!");
            newcomer.page().keyboard().press("Enter");
            assertThat(newcomer.heading()).containsText("Zoé Marchand");
        }
    }

    private OperationReference proposed() {
        return users.as("frcoordinator").proposes(Map.of("embarkations", "CDG, STN", "invited", "GB"));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
