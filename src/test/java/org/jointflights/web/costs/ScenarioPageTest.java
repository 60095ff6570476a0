package org.jointflights.web.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.scenario.DropScenarios;
import org.jointflights.application.scenario.KeepScenarios;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody tries out is kept under a name, opened again, shared by an address, taken back and compared. */
@ProcessTest
class ScenarioPageTest {

    private static final Pattern SHARED = Pattern.compile("id=\"address\" href=\"(/what-if/[A-Za-z0-9_-]{43})\"");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    DropScenarios dropping;

    @Autowired
    JdbcClient database;

    private String example;

    @BeforeEach
    void nobody_keeps_anything() throws Exception {
        users.open();
        clean();
        try (InputStream file =
                Objects.requireNonNull(ScenarioPageTest.class.getResourceAsStream("/data/what-if-example.json"))) {
            example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterEach
    void clean() {
        database.sql("delete from scenario").update();
        clock.set(TestClock.START);
    }

    @Test
    void what_is_kept_opens_with_its_figures_and_is_changed_renamed_and_deleted_by_its_owner() throws Exception {
        String address = keeps("frcoordinator", "More seats for us", example);

        assertThat(page("frcoordinator", address))
                .contains("What if? More seats for us", "48026.20", "Your scenarios: 1 of 30 at most")
                .doesNotContain("data-read-only=\"yes\"", "These are the figures of the joint flight");
        assertThat(database.sql("select input from scenario")
                        .query(String.class)
                        .single())
                .as("what goes in, and nothing that came out")
                .startsWith("{\"version\":1,\"currency\":\"EUR\",\"participants\":[{\"party\":\"AT\",\"committed\":")
                .doesNotContain("totals", "shares\"");

        String dearer = example.replace("48026.20", "50000.00");
        assertThat(does("frcoordinator", address, Map.of("input", dearer, "version", "1"))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page("frcoordinator", address)).contains("50000.00").doesNotContain("48026.20");

        // A second window still has the first figures: what was typed there is neither lost nor kept over the others.
        MockHttpServletResponse late = does(
                "frcoordinator", address, Map.of("input", example.replace("48026.20", "60000.00"), "version", "1"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("changed in another window", "60000.00");
        assertThat(page("frcoordinator", address)).contains("50000.00");

        does("frcoordinator", address + "/name", Map.of("scenarioName", "Dearer"));
        assertThat(page("frcoordinator", "/what-if")).contains(">Dearer<").doesNotContain("More seats for us");
        assertThat(does("frcoordinator", address + "/deletion", Map.of()).getRedirectedUrl())
                .isEqualTo("/what-if");
        assertThat(read("frcoordinator", address).getStatus()).isEqualTo(404);
    }

    @Test
    void a_name_that_is_taken_too_many_and_what_is_no_input_are_refused_and_what_was_typed_stays() throws Exception {
        keeps("frcoordinator", "Été à Lagos", example);

        String typed = example.replace("48026.20", "51234.50");
        MockHttpServletResponse taken = keep("frcoordinator", "ete a lagos", typed, Map.of());
        assertThat(taken.getStatus()).isEqualTo(400);
        assertThat(text(taken))
                .contains("Name of the scenario cannot be “ete a lagos”: you keep a scenario of that name.", "51234.50")
                .contains("value=\"ete a lagos\"");
        // It is somebody else's own.
        keeps("gbcoordinator", "Été à Lagos", example);

        for (String wrong : new String[] {
            example.replace("\"participants\"", "\"passengers\""),
            example.replace("\"EUR\"", "\"GBP\""),
            example.replace("48026.20", "-"),
            example.replaceFirst("\"returnees\"\\s*:\\s*[0-9]+", "\"returnees\":-4"),
            "{",
            "",
            "[]"
        }) {
            assertThat(keep("frcoordinator", "Another", wrong, Map.of()).getStatus())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (String name : new String[] {"", "x".repeat(81), "a\nb", "\u202eeman"}) {
            assertThat(keep("frcoordinator", name, example, Map.of()).getStatus())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(text(keep("frcoordinator", "Pounds", example.replace("\"EUR\"", "\"GBP\""), Map.of())))
                .contains("The what-if page counts in euro");

        for (int i = 1; i < KeepScenarios.MOST; i++) {
            keeps("frcoordinator", "Number " + i, example);
        }
        MockHttpServletResponse tooMany = keep("frcoordinator", "One more", example, Map.of());
        assertThat(tooMany.getStatus()).isEqualTo(409);
        assertThat(text(tooMany)).contains("You keep 30 scenarios");
    }

    /** What the parties of a real flight can agree about a cost is tried out, kept and compared too. */
    @Test
    void weights_floors_and_caps_are_kept_and_refused_with_field_and_value() throws Exception {
        String agreed = example.replace(
                "\"key\":\"LEG_SHARE_BY_SEATS\"",
                "\"key\":\"CUSTOM\",\"customWeights\":{\"AT\":5,\"DE\":2,\"FR\":1,\"GB\":1,\"SE\":1},"
                        + "\"limits\":{\"AT\":{\"cap\":\"20000\"},\"FR\":{\"floor\":\"6000.50\"}}");
        String address = keeps("frcoordinator", "As agreed", agreed);

        assertThat(page("frcoordinator", address))
                .contains(
                        "&quot;customWeights&quot;:{&quot;AT&quot;:5,&quot;DE&quot;:2",
                        "&quot;AT&quot;:{&quot;floor&quot;:&quot;0.00&quot;,&quot;cap&quot;:&quot;20000.00&quot;}",
                        "&quot;FR&quot;:{&quot;floor&quot;:&quot;6000.50&quot;");
        String same = page("frcoordinator", compare(address, address));
        // 20,000.00 and 6,000.50 leave 22,025.70, of which Germany bears 2 of 4.
        assertThat(row(same, "AT")).contains("20,000.00");
        assertThat(row(same, "FR")).contains("6,000.50");
        assertThat(row(same, "DE")).contains("11,012.85");

        String[][] wrong = {
            {agreed.replace("20000", "much"), "Cap of AT of cost item “Charter” cannot be “much”."},
            {agreed.replace("20000", "-1"), "Cap of AT of cost item “Charter” cannot be -1.00 EUR."},
            {agreed.replace("6000.50", "-6000.50"), "Floor of FR of cost item “Charter” cannot be -6,000.50 EUR."},
            {agreed.replace("6000.50", "48026.21"), "the floors of “1 Charter” add up to 48026.21"},
            {
                agreed.replace("\"AT\":5", "\"AT\":0"),
                "The weight of AT for “1 Charter” has to be a whole number above zero"
            },
            {agreed.replace("\"AT\":5", "\"AT\":\"\""), "Weight of AT of cost item “Charter” cannot be “”."},
            {agreed.replace("\"AT\":5,", ""), "“1 Charter” needs one for each of AT, DE, FR, GB, SE"},
            {agreed.replace("\"FR\":{", "\"ES\":{"), "name ES, which does not share “1 Charter”"}
        };
        for (String[] one : wrong) {
            MockHttpServletResponse refused = keep("frcoordinator", "Another", one[0], Map.of());
            assertThat(refused.getStatus()).as(one[1]).isEqualTo(400);
            assertThat(text(refused)).contains(one[1]);
        }
    }

    @Test
    void only_who_has_the_address_reads_what_is_shared_until_it_is_taken_back() throws Exception {
        String own = keeps("frcoordinator", "Ours", example);
        assertThat(read("gbfinance1", own).getStatus()).isEqualTo(404);
        assertThat(read("admin", own).getStatus()).isEqualTo(404);

        does("frcoordinator", own + "/share", Map.of());
        String shared = sharedAddress("frcoordinator", own);
        assertThat(shared).isNotEqualTo(own);
        assertThat(page("gbfinance1", shared))
                .contains("shares this scenario with you", "What if? Ours", "data-read-only=\"yes\"", "48026.20")
                .doesNotContain("id=\"save\"", "id=\"rename\"", "id=\"delete\"");
        assertThat(read("gbfinance1", own).getStatus())
                .as("the owner's own address")
                .isEqualTo(404);

        for (String act : new String[] {"", "/name", "/share", "/withdrawal", "/deletion"}) {
            assertThat(does(
                                    "gbfinance1",
                                    shared + act,
                                    Map.of("scenarioName", "Mine", "input", example, "version", "1"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(403);
        }
        String copy = keep("gbfinance1", "A copy", example, Map.of("from", shared.substring("/what-if/".length())))
                .getRedirectedUrl();
        assertThat(page("gbfinance1", copy)).contains("What if? A copy", "id=\"save\"");

        does("frcoordinator", own + "/withdrawal", Map.of());
        MockHttpServletResponse gone = read("gbfinance1", shared);
        assertThat(gone.getStatus()).isEqualTo(404);
        assertThat(text(gone)).contains("no longer shared").doesNotContain("48026.20");
        does("frcoordinator", own + "/share", Map.of());
        assertThat(sharedAddress("frcoordinator", own)).isNotEqualTo(shared);
        assertThat(read("gbfinance1", shared).getStatus()).isEqualTo(404);
        assertThat(page("gbfinance1", copy)).contains("48026.20");
    }

    /** An address that is handed on shows nobody a flight, or what states expect, who may not look at it. */
    @Test
    void what_began_with_a_flight_or_a_match_is_open_to_those_alone_who_may_see_those_figures() throws Exception {
        OperationReference flight = new SomeFlights(users).answered();
        Map<String, String> fromFlight = Map.of("flight", flight.value());
        assertThat(keep("secoordinator", "Theirs", example, fromFlight).getStatus())
                .isEqualTo(403);
        String own = keep("frcoordinator", "A flight", example, fromFlight).getRedirectedUrl();
        assertThat(page("frcoordinator", own)).contains("It began with the figures of flight " + flight);
        does("frcoordinator", own + "/share", Map.of());
        String shared = sharedAddress("frcoordinator", own);

        assertThat(page("gbcoordinator", shared)).contains("48026.20");
        MockHttpServletResponse stranger = read("secoordinator", shared);
        assertThat(stranger.getStatus()).isEqualTo(403);
        assertThat(text(stranger)).doesNotContain("48026.20", "A flight");
        assertThat(read("secoordinator", compare(shared, shared)).getStatus()).isEqualTo(403);

        // A copy comes from where the original does.
        String copy = keep("gbcoordinator", "A copy", example, Map.of("from", shared.substring("/what-if/".length())))
                .getRedirectedUrl();
        does("gbcoordinator", copy + "/share", Map.of());
        assertThat(read("secoordinator", sharedAddress("gbcoordinator", copy)).getStatus())
                .isEqualTo(403);

        assertThat(keep("frfinance1", "Needs", example, Map.of("match", "2028-08_FR-LOS_GB-LOS"))
                        .getStatus())
                .isEqualTo(403);
        String needs = keep("frcoordinator", "Needs", example, Map.of("match", "2028-08_FR-LOS_GB-LOS"))
                .getRedirectedUrl();
        does("frcoordinator", needs + "/share", Map.of());
        String sharedNeeds = sharedAddress("frcoordinator", needs);
        assertThat(read("frfinance1", sharedNeeds).getStatus()).isEqualTo(403);
        assertThat(read("secoordinator", sharedNeeds).getStatus()).isEqualTo(200);
    }

    @Test
    void two_side_by_side_tell_each_partys_share_in_both_and_the_difference() throws Exception {
        String first = keeps("frcoordinator", "As flown", example);
        String second = keeps("gbcoordinator", "Dearer", example.replace("48026.20", "50000.00"));
        assertThat(read("frcoordinator", compare(first, second)).getStatus()).isEqualTo(404);
        does("gbcoordinator", second + "/share", Map.of());
        String shared = sharedAddress("gbcoordinator", second);

        String page = page("frcoordinator", compare(first, "http://localhost" + shared) + "&key=EQUAL");
        // 48,026.20 and 50,000.00 in five: the odd cents go where they go, and all of it adds up.
        assertThat(row(page, "AT")).contains("9,605.24", "10,000.00", "+394.76");
        assertThat(page.substring(page.indexOf("<svg"), page.indexOf("</svg>")))
                .contains(">Austria<", ">9,605.24<", ">10,000.00<", ">+394.76<", ">As flown<", ">Dearer<");
        assertThat(page)
                .contains("By the key “Equal parts”, in EUR")
                .contains("48,026.20", "50,000.00", "+1,973.80")
                .contains("costs 48,026.20 EUR, of 5 parties");
        assertThat(page("frcoordinator", compare(first, first))).contains("Nobody bears more or less");
        assertThat(read("frcoordinator", compare(first, first) + "&key=WEIGHT").getStatus())
                .isEqualTo(400);
        MockHttpServletResponse refused = read("frcoordinator", compare(first, first) + "&key=NUCLEOLUS");
        assertThat(refused.getStatus()).isIn(200, 409);
        assertThat(page("manager1", "/what-if/compare")).contains("You keep no scenario yet");
    }

    @Test
    void a_scenario_is_compared_with_the_flight_as_it_is_by_whoever_may_look_at_that_flight() throws Exception {
        OperationReference flight = new SomeFlights(users).answered();
        String own = keep("frcoordinator", "What I tried", example, Map.of("flight", flight.value()))
                .getRedirectedUrl();
        assertThat(page("frcoordinator", "/what-if/compare"))
                .contains("value=\"" + flight + "\"", "Flight " + flight + " as it is now");
        String both = "/what-if/compare?first=" + flight + "&second=" + own.substring("/what-if/".length());
        assertThat(page("frcoordinator", both))
                .contains("First: Flight " + flight + " as it is now", "Second: What I tried", "48,026.20");
        assertThat(read("secoordinator", "/what-if/compare?first=" + flight + "&second=" + flight)
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("frcoordinator", own))
                .contains("Compare with the flight as it is now", "first=" + flight + "&amp;second=");
        MockHttpServletResponse begun = read("frcoordinator", "/what-if/compare?first=" + flight);
        assertThat(begun.getStatus()).isEqualTo(200);
        assertThat(text(begun)).doesNotContain("choose a second scenario");
        MockHttpServletResponse alone = read("frcoordinator", "/what-if/compare?first=" + flight + "&second=");
        assertThat(alone.getStatus()).isEqualTo(400);
        assertThat(text(alone)).contains("choose a second scenario");
    }

    @Test
    void what_its_owner_has_not_used_for_twelve_months_is_deleted() throws Exception {
        String address = keeps("frcoordinator", "Forgotten", example);
        String used = keeps("frcoordinator", "Used", example);
        does("frcoordinator", address + "/share", Map.of());
        String shared = sharedAddress("frcoordinator", address);

        clock.set(Instant.parse("2028-02-20T09:00:00Z"));
        page("frcoordinator", used);
        // That others read it does not keep it.
        page("gbfinance1", shared);
        dropping.drop();
        assertThat(read("gbfinance1", shared).getStatus()).isEqualTo(200);

        clock.set(Instant.parse("2028-03-03T09:00:00Z"));
        dropping.drop();
        assertThat(read("frcoordinator", address).getStatus()).isEqualTo(404);
        assertThat(read("frcoordinator", used).getStatus()).isEqualTo(200);
    }

    private String keeps(String person, String name, String figures) throws Exception {
        MockHttpServletResponse kept = keep(person, name, figures, Map.of());
        assertThat(kept.getStatus()).as(text(kept)).isEqualTo(302);
        return Objects.requireNonNull(kept.getRedirectedUrl());
    }

    private MockHttpServletResponse keep(String person, String name, String figures, Map<String, String> from)
            throws Exception {
        Map<String, String> fields = new HashMap<>(from);
        fields.put("scenarioName", name);
        fields.put("input", figures);
        return does(person, "/what-if", fields);
    }

    private static String compare(String first, String second) {
        return "/what-if/compare?first=" + first.substring("/what-if/".length()) + "&other=" + second;
    }

    private String sharedAddress(String person, String address) throws Exception {
        Matcher found = SHARED.matcher(page(person, address));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String row(String page, String party) {
        int from = page.indexOf("data-party=\"" + party + "\"");
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private String page(String person, String address) throws Exception {
        MockHttpServletResponse answer = read(person, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse read(String person, String address) throws Exception {
        return web.perform(get(address).with(user(person)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse does(String person, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(user(person)).with(csrf()).locale(Locale.ENGLISH);
        fields.forEach(request::param);
        return web.perform(request).andReturn().getResponse();
    }
}
