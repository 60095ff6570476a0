package org.jointflights.web.costs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The what-if page in Chromium; pictures of it land in {@code target/pictures}. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:what-if;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "jointflights.example-flights=false",
            "jointflights.sign-in.password-cost=4"
        })
@ActiveProfiles("example")
class WhatIfBrowserTest {

    private static final Path PICTURES = Path.of("target/pictures");

    @LocalServerPort
    private int port;

    @Test
    void the_shares_move_as_the_figures_are_changed() throws Exception {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(List.of("--no-sandbox")))) {
            Page page = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(1500, 1100).setLocale("en"));
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("400")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate("http://localhost:" + port + "/what-if");
            page.fill("[name=name]", "frfinance1");
            page.fill("[name=password]", "Joint-2026!");
            page.click("form[action$='sign-in'] button");
            page.navigate("http://localhost:" + port + "/what-if");

            Locator row = page.locator("#table tr", new Page.LocatorOptions().setHasText("Legs by returnees"));
            // By returnees leg by leg, as published for this flight: AT, DE, FR, GB, SE.
            assertThat(row).containsText("29,316.13");
            assertThat(row).containsText("12,195.38");
            assertThat(page.locator("#table tr", new Page.LocatorOptions().setHasText("Per returnee"))
                            .first())
                    .containsText("32,621.57");
            assertThat(page.locator(".party")).hasCount(5);
            picture(page, "what-if-1-example");

            String before = width(page, "GB", "PER_RETURNEE");
            page.getByLabel("Returnees: GB").fill("30");
            assertThat(page.locator("#changes")).isVisible();
            assertThat(page.locator("#changes")).containsText("United Kingdom");
            assertThat(width(page, "GB", "PER_RETURNEE")).isNotEqualTo(before);

            page.fill("#code", "es");
            page.click("#add-party button");
            assertThat(page.locator(".party")).hasCount(6);
            // A long leg for one state alone: in equal parts the others would do better without it.
            page.getByLabel("Kilometres: PRN–TIA").fill("3000");
            page.locator("#table button", new Page.LocatorOptions().setHasText("Equal parts"))
                    .click();
            assertThat(page.locator("#promises")).containsText("not kept");
            picture(page, "what-if-2-changed");

            page.getByLabel("Returnees: GB").fill("-4");
            assertThat(page.locator("#refusal")).isVisible();
            assertThat(page.locator("#refusal")).containsText("-4");
            page.locator("#start-again").click();
            assertThat(page.locator("#refusal")).isHidden();
            assertThat(page.locator(".party")).hasCount(5);

            page.setViewportSize(420, 900);
            page.navigate("http://localhost:" + port + "/what-if");
            assertThat(page.locator(".party")).hasCount(5);
            picture(page, "what-if-3-narrow");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(420);
            assertThat(complaints).isEmpty();
        }
    }

    private static String width(Page page, String party, String key) {
        page.waitForTimeout(300);
        return String.valueOf(page.evaluate(
                "([party, key]) => document.querySelector(`[data-code=${party}] [data-key=${key}] .fill`).style.width",
                List.of(party, key)));
    }

    private static void picture(Page page, String name) throws Exception {
        Files.createDirectories(PICTURES);
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static Path chromium() {
        Path found = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found == null && !Boolean.getBoolean("browser.required")) {
            Assumptions.abort("No Chromium on this machine: the what-if page was not looked at.");
        }
        return java.util.Objects.requireNonNull(found, "a browser is required, and no Chromium was found");
    }
}
