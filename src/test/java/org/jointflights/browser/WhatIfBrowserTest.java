package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The what-if page in Chromium; pictures of it land in {@code target/pictures}. */
@BrowserTest
class WhatIfBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @LocalServerPort
    int port;

    @Test
    void the_shares_move_as_the_figures_are_changed(Chromium.Sessions sessions) throws Exception {
        try (BrowserUser finance = new BrowserUser(sessions.open("en-GB"), port)) {
            Page page = finance.page();
            page.setViewportSize(1500, 1100);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("400")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/api/")) {
                    asked.add(request.url().replaceFirst(".*/api/", ""));
                }
            });
            finance.signsIn("frfinance1").goes("/what-if");

            Locator row = page.locator("#table tr", new Page.LocatorOptions().setHasText("Legs by returnees"));
            // By returnees leg by leg, as published for this flight: AT, DE, FR, GB, SE.
            assertThat(row).containsText("29,316.13");
            assertThat(row).containsText("12,195.38");
            assertThat(page.locator("#table tr", new Page.LocatorOptions().setHasText("Per returnee"))
                            .first())
                    .containsText("32,621.57");
            assertThat(page.locator(".party")).hasCount(5);
            picture(page, "what-if-1-example");

            // As entered and by three keys, until somebody asks for all.
            assertThat(page.locator("#table tbody tr:visible button")).hasCount(4);
            assertThat(page.locator("[data-code=AT] .bar:visible")).hasCount(4);
            assertThat(row).isHidden();
            Locator all = page.locator("#all-keys");
            assertThat(all).hasText("All 18 keys");
            all.press("Enter");
            assertThat(all).hasAttribute("aria-expanded", "true");
            assertThat(all).hasText("The three usual keys");
            assertThat(row).isVisible();
            assertThat(page.locator("#table tbody tr:visible button")).hasCount(19);

            String before = width(page, "GB", "PER_RETURNEE");
            page.getByLabel("Returnees: GB").fill("30");
            assertThat(page.locator("#changes")).isVisible();
            assertThat(page.locator("#changes")).containsText("United Kingdom");
            assertThat(width(page, "GB", "PER_RETURNEE")).isNotEqualTo(before);
            // Sixteen, and one for what has changed, before.
            assertThat(asked).containsExactly("cost-sharing/keys?explain=ENTERED", "cost-sharing/keys?explain=ENTERED");

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
            assertThat(page.locator("#refusal")).containsText("Returnees of GB cannot be “-4”.");
            page.locator("#start-again").click();
            assertThat(page.locator("#refusal")).isHidden();
            assertThat(page.locator(".party")).hasCount(5);

            agreed(page);
            page.locator("#start-again").click();

            // Finding 6 of “Money to the end”: the leg to Tirana was flown for the United Kingdom alone, and everybody
            // paid for it.
            page.getByLabel("Remove: GB").click();
            assertThat(page.locator(".party")).hasCount(4);
            assertThat(page.locator("#shorter")).containsText("Without United Kingdom the way is 246 km shorter.");
            assertThat(page.locator("#legs tbody tr")).hasCount(2);
            assertThat(page.getByLabel("Kilometres: PRN–VIE")).hasValue("706");
            // 48,026.20 for 1,412 of 1,658 km, of which Austria's 36 of 44 returnees: 33,464.03.
            assertThat(page.getByLabel("Amount (EUR): Charter")).hasValue("40900.48");
            assertThat(row).containsText("33,464.03");
            assertThat(page.locator("#refusal")).isHidden();
            picture(page, "what-if-4-left");
            page.locator("#start-again").click();
            assertThat(page.locator("#shorter")).isHidden();
            assertThat(page.locator(".party")).hasCount(5);

            // The Tennessee Valley (Straffin and Heaney 1981) as a flight of three: navigation, flood control, power.
            page.getByLabel("Remove: FR").click();
            page.getByLabel("Remove: SE").click();
            page.getByLabel("Amount (EUR): Charter").fill("4125.84");
            // Frontex pays for it and neither flies nor bears anything: nobody quotes it a flight of its own.
            page.fill("#code", "FX");
            page.click("#add-party button");
            page.getByLabel("Returnees: FX").fill("0");
            page.getByLabel("Charter: Frontex").uncheck();
            page.getByLabel("Paid by: Charter").selectOption("FX");
            for (String[] quote : new String[][] {{"AT", "1635.20"}, {"DE", "1408.26"}, {"GB", "2500.96"}}) {
                page.getByLabel("Quote for flying alone (EUR): " + quote[0]).fill(quote[1]);
            }
            assertThat(page.locator("#yardstick")).hasValue("QUOTES");
            Locator nucleolus = page.locator("#table tr", new Page.LocatorOptions().setHasText("Nucleolus"))
                    .first();
            assertThat(nucleolus).containsText("Enter what a flight of its own would cost AT, DE");
            page.locator("#all-quotes").click();
            assertThat(page.locator("#quotes tbody tr")).hasCount(3);
            page.getByLabel("Amount (EUR): Group 1").fill("3016.07");
            page.getByLabel("Amount (EUR): Group 2").fill("3788.21");
            page.getByLabel("Amount (EUR): Group 3").fill("3673.70");
            assertThat(nucleolus).containsText("1,162.34");
            assertThat(nucleolus).containsText("2,028.10");
            assertThat(page.locator("#promises")).containsText("No group");
            assertThat(page.locator("#table tr.heading")).containsText("For comparison only");
            assertThat(row(page, "Shapley value")).containsText("1,178.29");
            assertThat(row(page, "Tau value")).containsText("1,174.76");
            assertThat(row(page, "Equal rest")).containsText("1,194.24");
            assertThat(row(page, "Equal profit")).containsText("1,216.82");
            // What each adds is a view: 452.14 + 337.63 + 1,109.77, and no key to choose.
            assertThat(page.locator("#table tr.marginal")).containsText("1,899.54");
            assertThat(page.locator("#table tr.marginal button")).hasCount(0);
            assertThat(page.locator("#table")).containsText("2,226.30 EUR of the cost would be left over");
            row(page, "Tau value").locator("button").click();
            assertThat(page.locator("#chosen")).hasText("Tau value");
            assertThat(page.locator("[data-code=AT] [data-key=TAU]")).isVisible();
            assertThat(page.locator("[data-code=AT] [data-key=SHAPLEY]")).isHidden();
            picture(page, "what-if-5-quotes");
            page.locator("#start-again").click();
            assertThat(page.locator("#quotes")).isHidden();

            page.setViewportSize(420, 900);
            finance.goes("/what-if");
            assertThat(page.locator(".party")).hasCount(5);
            picture(page, "what-if-3-narrow");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(420);
            keptByKeyboard(page);
            page.setViewportSize(1500, 1100);
            page.getByText("Français").first().click();
            finance.goes("/what-if");
            assertThat(page.locator("#table tr.heading")).containsText("Pour comparaison seulement");
            picture(page, "what-if-6-french");
            // It is kept for the person, whom other tests take to read English.
            page.getByText("English").first().click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(complaints).isEmpty();
        }
    }

    /** What parties can agree about a cost is entered for each of them, and what binds is said. */
    private static void agreed(Page page) throws Exception {
        row(page, "As entered").locator("button").click();
        Locator terms = page.locator("#terms details");
        assertThat(terms).hasCount(1);
        assertThat(page.getByLabel("Cap (EUR): Charter: AT")).isHidden();
        terms.locator("summary").press("Enter");
        page.getByLabel("Cap (EUR): Charter: AT").fill("20000");
        page.getByLabel("Floor (EUR): Charter: FR").fill("2500");
        assertThat(page.locator("#binding li")).hasCount(2);
        assertThat(page.locator("#binding")).containsText("AT pays its cap of 20,000.00 EUR of “1 Charter”");
        assertThat(page.locator("#binding")).containsText("FR pays its floor of 2,500.00 EUR of “1 Charter”");
        assertThat(row(page, "As entered")).containsText("20,000.00");
        page.getByLabel("Key: Charter").selectOption("CUSTOM");
        page.getByLabel("Weight: Charter: AT").fill("9");
        page.getByLabel("Weight: Charter: DE").fill("3");
        // 20,000.00 is held; what is left, 28,026.20, goes by 3 : 1 : 1 : 1 without a floor that binds.
        assertThat(row(page, "As entered")).containsText("14,013.10");
        assertThat(page.locator("#binding li")).hasCount(1);
        picture(page, "what-if-7-agreed");
        page.getByLabel("Weight: Charter: DE").fill("0");
        assertThat(page.locator("#refusal"))
                .containsText("The weight of DE for “1 Charter” has to be a whole number above zero");
        page.getByLabel("Weight: Charter: DE").fill("3");
        page.getByLabel("Cap (EUR): Charter: AT").fill("a lot");
        assertThat(page.locator("#refusal")).containsText("Cap of AT of cost item “Charter” cannot be “a lot”.");
        // Who no longer shares the cost has no place there.
        page.getByLabel("Charter: Austria").first().uncheck();
        assertThat(page.getByLabel("Cap (EUR): Charter: AT")).hasCount(0);
        assertThat(page.locator("#refusal")).isHidden();
        row(page, "Equal parts").locator("button").click();
    }

    /** On a phone: what stands on the page is kept, opened again as it was, shared, and deleted, without a mouse. */
    private static void keptByKeyboard(Page page) {
        page.getByLabel("Returnees: GB").fill("31");
        page.locator("#scenarioName").fill("Kept on a phone");
        page.locator("#scenarioName").press("Enter");
        assertThat(page.locator("h1")).hasText("What if? Kept on a phone");
        assertThat(page.getByLabel("Returnees: GB")).hasValue("31");
        page.getByLabel("Returnees: GB").fill("32");
        page.locator("#terms summary").press("Enter");
        page.getByLabel("Floor (EUR): Charter: SE").fill("9000.00");
        page.locator("#save button").press("Enter");
        assertThat(page.getByLabel("Returnees: GB")).hasValue("32");
        assertThat(page.getByLabel("Floor (EUR): Charter: SE")).hasValue("9000.00");
        assertThat(page.getByLabel("Cap (EUR): Charter: SE")).hasValue("");
        assertThat(page.locator("#binding")).containsText("SE pays its floor of 9,000.00 EUR");
        page.locator("#share button").press("Space");
        // A whole address, to hand on, which does not push the page wider.
        assertThat(page.locator("#address")).containsText("http://localhost:");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(420);
        page.locator("#withdraw button").press("Enter");
        assertThat(page.locator("#share")).isVisible();
        page.locator("summary", new Page.LocatorOptions().setHasText("Delete")).press("Enter");
        page.locator("#delete button").press("Enter");
        assertThat(page.locator("h1")).hasText("What if?");
        assertThat(page.locator(".keeping")).containsText("You keep none yet.");
    }

    private static Locator row(Page page, String key) {
        return page.locator("#table tr", new Page.LocatorOptions().setHasText(key));
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
}
