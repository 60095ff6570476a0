package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.scenario.Scenarios;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of ours, as the running server lists them: for whoever cannot see or use a mouse, in the dark, and on a phone. Of
 * pages about one thing those of a flight are looked at; the others have the same parts.
 */
@BrowserTest
class AllPagesBrowserTest {

    private static final Path AXE = Path.of("src", "test", "resources", "browser", "axe-4.14.1.min.js");

    /** Each opens some pages that those before do not. */
    private static final List<String> VISITORS = List.of("manager1", "admin", "frfinance1", "frcoordinator");

    /** What leads elsewhere, and what somebody sees who is not signed in. */
    private static final Set<String> NO_PAGES = Set.of("/sign-in", "/sign-out", "/error", "/fingerprint");

    private static final int PHONE = 390;

    /** A4, upright, within the margins that a browser leaves. */
    private static final int SHEET = 718;

    /** What is scrolled sideways and neither takes the keyboard nor shows a shadow where it goes on. */
    private static final String OUT_OF_REACH = """
            () => [...document.querySelectorAll("main .scroll")]
              .filter(one => one.scrollWidth > one.clientWidth + 1)
              .filter(one => !(one.tabIndex >= 0 || one.querySelector("a, button, input, select"))
                || !getComputedStyle(one).backgroundImage.includes("gradient"))
              .map(one => one.innerText.slice(0, 60))
            """;

    private static final String BEYOND_THE_SHEET = """
            () => [...document.querySelectorAll("main table")]
              .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
              .map(one => one.innerText.slice(0, 60))
            """;

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    Scenarios kept;

    @Autowired
    RequestMappingHandlerMapping addresses;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void no_page_has_a_barrier_in_light_or_dark_and_on_a_phone_none_is_scrolled_sideways(Chromium.Sessions sessions) {
        OperationReference flight = new SomeFlights(users).sharing();
        Set<String> left = new TreeSet<>(pages(flight));
        left.addAll(scenarios());
        assertThat(left).hasSizeGreaterThan(25);
        List<String> found = new ArrayList<>();
        for (String visitor : VISITORS) {
            try (BrowserUser user = new BrowserUser(sessions.open("en-GB"), port)) {
                user.brings(AXE).signsIn(visitor);
                for (String path : List.copyOf(left)) {
                    if (look(user, path, found)) {
                        left.remove(path);
                    }
                }
            }
        }

        assertThat(left).as("pages that opened for none of %s", VISITORS).isEmpty();
        assertThat(found).isEmpty();
    }

    /** Whether it opened. */
    private static boolean look(BrowserUser user, String path, List<String> found) {
        Page page = user.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
        Response answer = user.opens(path);
        if (answer == null || answer.status() != 200) {
            return false;
        }
        // The what-if page greys its table while figures are on their way.
        page.waitForFunction("() => !document.querySelector('.stale')");
        user.violations().forEach(barrier -> found.add(path + ": " + barrier));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(PHONE, 844);
        user.violationsOfLooks().forEach(barrier -> found.add(path + ", dark, on a phone: " + barrier));
        int width = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        if (width > PHONE) {
            found.add(path + " is " + width + " pixels wide on a phone");
        }
        ((List<?>) page.evaluate(OUT_OF_REACH)).forEach(table -> found.add(path + " hides on a phone: " + table));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(SHEET, 1000);
        ((List<?>) page.evaluate(BEYOND_THE_SHEET)).forEach(table -> found.add(path + " prints beyond A4: " + table));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return true;
    }

    /** A scenario as its owner goes on with it and as somebody else reads it, and two side by side. */
    private List<String> scenarios() {
        CostInput figures = CostJson.readTyped("""
                {"currency":"EUR","participants":[{"party":"FR","committed":{"returnees":3}},
                {"party":"GB","committed":{"returnees":2,"escorts":4}}],"items":[{"id":1,"description":"Charter",
                "amount":"48026.20","payer":"FR","sharers":["FR","GB"],"key":"PER_SEAT"}]}
                """);
        List<String> addresses = new ArrayList<>();
        for (String owner : List.of("manager1", "gbfinance1")) {
            String shared = ("shared-by-" + owner + "-and-as-long-as-a-true-address-is").substring(0, 43);
            kept.add(new Scenario(
                    owner + "-page",
                    owner,
                    "Everything that one state alone would like to change about it, by " + owner,
                    figures,
                    ScenarioOrigin.MATCH,
                    shared,
                    1,
                    TestClock.START,
                    TestClock.START));
            addresses.add(shared);
        }
        return List.of(
                "/what-if/manager1-page",
                "/what-if/" + addresses.get(1),
                "/what-if/compare?first=manager1-page&second=" + addresses.get(1));
    }

    /** Where GET leads to a page and not to a file. */
    private List<String> pages(OperationReference flight) {
        return addresses.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().isAnnotationPresent(Controller.class))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(entry -> entry.getKey().getProducesCondition().isEmpty())
                .flatMap(entry -> Stream.ofNullable(entry.getKey().getPathPatternsCondition()))
                .flatMap(paths -> paths.getPatternValues().stream())
                .filter(path -> path.startsWith("/") && !path.matches(".*\\.[a-z]+$"))
                .filter(path -> !NO_PAGES.contains(path))
                .map(path -> path.replace("{reference}", flight.value()))
                .filter(path -> !path.contains("{"))
                .filter(path -> !path.endsWith("/public-record") && !path.startsWith("/flights/" + flight + "/log/"))
                .toList();
    }
}
