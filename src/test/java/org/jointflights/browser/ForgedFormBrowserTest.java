package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.ShownOnForms;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.example.ExampleUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist really makes of names and reasons that were written to deceive whoever signs. */
@BrowserTest
class ForgedFormBrowserTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    private static final String FORGED =
            "Aid **Total: 1.00 EUR** <b class=\"modal\">_x_</b> {{hash}} [go](https://evil.example/) ![](/favicon.svg) "
                    + "www.evil.example a@evil.example &lt;hr&gt; <!--";
    private static final String FORGED_LINES = FORGED + "\n\n# Total cost of the flight: 1.00 EUR\n\n---\n\n"
            + "<div class=\"modal-backdrop\"></div>\n\n1. one\n- two\n\n> three\n\n    four\n\n| a |\n|---|\n| b |\n\n```\n<!-- ";

    /** What a writer of Markdown or HTML puts together; also what only looks like it. */
    private static final List<String> PIECES = List.of(
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "~",
            "~~",
            "#",
            "## ",
            "-",
            "- ",
            "+ ",
            "1. ",
            "1)",
            "> ",
            "<b>",
            "</p>",
            "<!--",
            "-->",
            "<img src=/favicon.svg>",
            "&lt;",
            "&amp;",
            "&#42;",
            "[x](http://a.b)",
            "![i](/favicon.svg)",
            "[x]: http://a.b",
            "http://evil.example/x",
            "www.evil.com",
            "a@b.co",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "    ",
            "|",
            "|-|",
            "---",
            "===",
            ":--",
            "{{hash}}",
            "{{#if x}}",
            "{",
            "}",
            "\\",
            "\\*",
            "a",
            "B",
            "7",
            "é",
            "(",
            ")",
            "[",
            "]",
            "!",
            "\"",
            "'",
            ".",
            ":",
            "/",
            "%",
            "$",
            "^",
            "<?",
            "<![CDATA[",
            "ftp://x.y",
            "word");

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleSteps steps;

    @Autowired
    ExampleUsers exampleUsers;

    @Autowired
    Crews crews;

    @Autowired
    SignedVersions versions;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void total_and_hash_are_seen_by_the_signer_and_nothing_of_a_forged_plan_is_obeyed(Chromium.Sessions sessions) {
        OperationReference flight = costed();
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, new TreeMap<>(Map.of(FR, Money.euro(1_000_000))), party -> "FRONTEX");
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.completeAll("userTask_signDecisionForState", flight, form -> Map.of("answer", "SIGN"));
        String hash = versions.current(flight).orElseThrow().hash();

        try (BrowserUser signer = new BrowserUser(sessions.open("en-GB"), port)) {
            signer.signsIn("frfinance2").claims(flight.value()).keepsPicture("sign-plan-forged");

            assertThat(signer.texts().first()).containsText("Sign the plan");
            assertThat(signer.sees(flight.value())).isTrue();
            assertThat(signer.sees("100,000.00 EUR")).isTrue();
            assertThat(signer.sees(hash)).isTrue();
            assertThat(signer.texts().first().innerText()).doesNotContain("evil", "1.00 EUR\n");
            assertThat(signer.elementsOfTexts()).isSubsetOf("h2", "p", "strong", "br", "a");
            assertThat(signer.linksOfTexts()).containsOnly("/signed/" + hash + ".json");
            assertThat(oneLine(signer.form())).contains("Carrier: " + FORGED, "monitor: " + oneLine(FORGED_LINES));
            assertThat(signer.picks("Your answer", "I sign").sends()).isEqualTo(204);
        }
        assertThat(versions.signatures(flight))
                .anyMatch(signature -> signature.person().equals("frfinance2"));
    }

    @Test
    void whatever_somebody_types_is_shown_as_it_was_typed(Chromium.Sessions sessions) {
        OperationReference flight = costed();
        Random random = new Random(7_24_0);
        List<String> typed = new ArrayList<>();
        while (typed.size() < 1_500) {
            String value = IntStream.range(0, 1 + random.nextInt(7))
                    .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            if (!value.isBlank()) {
                typed.add(value);
            }
        }
        Task task = users.as("frfinance1").open("userTask_acceptShare", flight);
        String list = Markdown.list(typed).toString();
        ShownOnForms.show(tasks, task.getId(), "guarantees", list);

        try (BrowserUser finance = new BrowserUser(sessions.open("en-GB"), port)) {
            finance.signsIn("frfinance1").claims(flight.value());

            assertThat(finance.items().stream().map(ForgedFormBrowserTest::oneLine))
                    .containsExactlyElementsOf(
                            typed.stream().map(ForgedFormBrowserTest::oneLine).toList());
            assertThat(finance.elementsOfTexts()).isSubsetOf("h2", "h3", "p", "strong", "br", "ul", "li");
        }
    }

    /** Its names are of several lines, which the form refuses; together they are longer than the engine's texts. */
    private OperationReference costed() {
        OperationReference flight = users.as("frcoordinator")
                .proposes(Map.of("destination", FORGED.substring(0, 120), "embarkations", "CDG, STN", "invited", "GB"));
        steps.takesPart(flight, FR, new Seats(10, 20, 1, 1, 1, 0), "CDG", "LOS");
        steps.takesPart(flight, GB, new Seats(10, 20, 1, 1, 1, 0), "STN", "LOS");
        steps.plan(flight, FORGED, Money.euro(10_000_000), 200, FORGED);
        String lines = FORGED_LINES + " " + "long ".repeat(120);
        crews.put(flight, new Crew(lines, lines, lines, FORGED_LINES));
        steps.budget(
                flight,
                List.of(Line.common("CHARTER", "<b>Charter</b> **1.00 EUR**", Money.euro(10_000_000), FR, "EQUAL")));
        return flight;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
