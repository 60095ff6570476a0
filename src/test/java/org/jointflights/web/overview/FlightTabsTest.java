package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.drafts.Drafts;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.trail.TrailKind;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.Statements;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A flight's pages, each with its address, the same head and its own part. */
@ProcessTest
class FlightTabsTest {

    private static final String PROCESS = "jointFlight";

    private static final Map<FlightSectionTab, List<String>> HEADINGS = Map.of(
            FlightSectionTab.OVERVIEW, List.of("id=\"open\"", "id=\"diagram\""),
            FlightSectionTab.PLAN, List.of("id=\"plan\"", "id=\"contract\""),
            FlightSectionTab.COSTS, List.of("id=\"costs\""),
            FlightSectionTab.SIGNATURES, List.of("id=\"signatures\""),
            FlightSectionTab.OPERATION, List.of("Nothing yet: the operation opens"),
            FlightSectionTab.ACCOUNTS, List.of("id=\"accounts\""),
            FlightSectionTab.HISTORY, List.of("id=\"trail\"", "id=\"notices\""));

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    Statements statements;

    @Autowired
    Drafts drafts;

    @Autowired
    List<FlightAct> acts;

    @Autowired
    TestClock clock;

    private SomeFlights some;

    @BeforeEach
    void open() {
        users.open();
        some = new SomeFlights(users);
    }

    @Test
    void each_page_has_the_same_head_marks_itself_and_shows_its_own_part_alone() throws Exception {
        OperationReference flight = some.answered();

        for (FlightSectionTab tab : FlightSectionTab.values()) {
            String page = page("gbfinance1", tab.address(flight), Locale.ENGLISH);
            assertThat(page)
                    .as(tab.path())
                    .contains(
                            "Paris (CDG) – London (STN) – Madrid (MAD) – Lagos (LOS) – Paris (CDG)",
                            "20 May 2027, 09:30 (Europe/Paris time)",
                            "in 79 days")
                    .contains("href=\"" + tab.address(flight) + "\" aria-current=\"page\"")
                    .containsOnlyOnce("aria-current=\"page\"")
                    .contains(HEADINGS.get(tab));
            HEADINGS.forEach((other, headings) -> assertThat(headings.stream().allMatch(page::contains))
                    .as("%s on %s", other, tab)
                    .isEqualTo(other == tab));
        }
        String printed = page("gbfinance1", "/flights/" + flight + "/print", Locale.ENGLISH);
        HEADINGS.forEach(
                (tab, headings) -> assertThat(printed).as("print: " + tab).contains(headings));
        assertThat(printed).doesNotContain("flight-tabs").contains("<details class=\"day\" open=\"open\">");
    }

    @Test
    void in_french_too() throws Exception {
        OperationReference flight = some.answered();

        for (FlightSectionTab tab : FlightSectionTab.values()) {
            assertThat(page("frfinance1", tab.address(flight), Locale.FRENCH))
                    .as(tab.path())
                    .contains("lang=\"fr\"", "dans 79\u00a0jours", ">Opération</a>", ">Historique</a>", "Départ")
                    .doesNotContain("??");
        }
    }

    @Test
    void no_act_of_a_flight_is_named_like_one_of_its_pages() {
        List<String> pages = new ArrayList<>(List.of("print", "copy", "log", "statement", "vouchers", "public-record"));
        for (FlightSectionTab tab : FlightSectionTab.values()) {
            pages.add(tab.path());
        }

        assertThat(acts).extracting(FlightAct::path).doesNotContainAnyElementsOf(pages);
    }

    @Test
    void the_head_names_the_next_deadline_and_whom_it_waits_for_and_says_when_it_is_past() throws Exception {
        OperationReference flight = some.proposed();

        assertThat(page("gbcoordinator", "/flights/" + flight + "/plan", Locale.ENGLISH))
                .contains("Next deadline", "Answer the offer", "United Kingdom, coordinator")
                .doesNotContain("<dd class=\"bad\">");
        clock.advance(Duration.ofDays(300));
        assertThat(page("gbcoordinator", "/flights/" + flight + "/plan", Locale.ENGLISH))
                .contains("days late", "should have left", "<dd class=\"bad\">");
    }

    @Test
    void a_page_asks_the_database_for_its_own_part_alone() throws Exception {
        OperationReference flight = some.sharing();
        int whole = asked("frfinance1", "/flights/" + flight + "/print");

        int sum = 0;
        for (FlightSectionTab tab : FlightSectionTab.values()) {
            int own = asked("frfinance1", tab.address(flight));
            assertThat(own).as(tab.path()).isLessThan(whole);
            sum += own;
        }

        assertThat(asked("frfinance1", "/flights/" + flight + "/costs")).isLessThanOrEqualTo(whole / 2);
        assertThat(sum).isGreaterThan(whole);
    }

    /** Their pictures are drawn from the trail, the legs and the head counts: for those the rest of the file is not read. */
    @Test
    void the_pages_with_pictures_read_no_more_than_they_draw() throws Exception {
        OperationReference flight = some.sharing();
        List<String> costsAndPapers = List.of(
                "from budget_line",
                "from share_answer",
                "from outbox",
                "from transfer",
                "from plan_version",
                "from complaint",
                "from restraint");
        List<String> crewAndContract = List.of("from crew", "from quote", "from permit");
        String whole = sql(flight, "/print");
        assertThat(whole).contains(costsAndPapers).contains(crewAndContract);

        assertThat(sql(flight, ""))
                .contains("from trail", "from participation")
                .doesNotContain(costsAndPapers)
                .doesNotContain(crewAndContract);
        assertThat(sql(flight, "/plan")).contains(crewAndContract).doesNotContain(costsAndPapers);
        for (String picture : List.of("route", "timeline", "seats")) {
            assertThat(sql(flight, "/pictures/" + picture + ".svg")).doesNotContain(costsAndPapers);
        }
    }

    private String sql(OperationReference flight, String page) throws Exception {
        return String.join(
                        "\n", statements.during(() -> page("frfinance1", "/flights/" + flight + page, Locale.ENGLISH)))
                .toLowerCase(Locale.ROOT);
    }

    private int asked(String reader, String address) throws Exception {
        page(reader, address, Locale.ENGLISH);
        return statements.during(() -> page(reader, address, Locale.ENGLISH)).size();
    }

    @Test
    void the_history_is_folded_by_day_and_chosen_by_kind_and_party() throws Exception {
        OperationReference flight = some.proposed();
        clock.advance(Duration.ofDays(1));
        users.as("gbcoordinator")
                .completes(
                        "userTask_answerOffer",
                        flight,
                        Map.of("takesPart", "no", "reason", "No seats needed", "answerFinal", "no"));
        String address = "/flights/" + flight + "/history";

        String all = page("manager1", address, Locale.ENGLISH);
        assertThat(all.split("<details class=\"day\"", -1)).hasSizeBetween(3, 4);
        assertThat(all).containsOnlyOnce("<details class=\"day\" open=\"open\">");
        assertThat(all.indexOf("No seats needed")).isLessThan(all.indexOf("Proposed the flight to Nigeria"));

        assertThat(page("manager1", address + "?party=GB", Locale.ENGLISH))
                .contains("No seats needed", "<option value=\"GB\" selected=\"selected\">")
                .doesNotContain("Proposed the flight to Nigeria");
        assertThat(page("manager1", address + "?kind=PLAN", Locale.ENGLISH)).contains("Proposed the flight to Nigeria");
        assertThat(page("manager1", address + "?kind=ACCOUNTS&party=", Locale.ENGLISH))
                .contains("0 of ")
                .doesNotContain("Proposed the flight to Nigeria");
    }

    /** A state asks in vain for what another state did: the filter tells no more than the entries do. */
    @Test
    void the_history_by_party_tells_a_state_of_others_only_what_is_told_to_all() throws Exception {
        OperationReference flight = some.answered();
        String address = "/flights/" + flight + "/history.json";

        assertThat(sentences("manager1", address + "?party=ES")).anyMatch(text -> text.startsWith("ES takes part"));
        assertThat(sentences("escoordinator", address + "?party=ES"))
                .anyMatch(text -> text.startsWith("ES takes part"));
        assertThat(sentences("gbcoordinator", address + "?party=ES")).isEmpty();
        assertThat(sentences("gbcoordinator", address + "?party=FR")).isEmpty();
        assertThat(sentences("gbcoordinator", address))
                .isNotEmpty()
                .noneMatch(text -> text.startsWith("ES takes part"));
    }

    @Test
    void the_files_have_what_the_page_has_and_a_spreadsheet_runs_nothing_of_it() throws Exception {
        OperationReference flight = some.proposed();
        users.as("gbcoordinator")
                .completes(
                        "userTask_answerOffer",
                        flight,
                        Map.of("takesPart", "no", "reason", "=1+1;=2+2", "answerFinal", "no"));
        String address = "/flights/" + flight + "/history";

        JsonNode data = new ObjectMapper().readTree(page("gbcoordinator", address + ".json?party=GB", Locale.ENGLISH));
        assertThat(data).hasSize(1);
        assertThat(data.get(0).path("actor").asText()).isEqualTo("gbcoordinator");
        assertThat(data.get(0).path("kind").asText()).isEqualTo(TrailKind.PLAN.name());
        assertThat(data.get(0).path("code").asText()).isEqualTo("trail.declined");
        assertThat(data.get(0).path("parties").get(0).asText()).isEqualTo("GB");
        MockHttpServletResponse file = answer("gbcoordinator", address + ".csv?party=GB", Locale.ENGLISH);
        List<String> lines =
                file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(file.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + flight + "-history.csv\"");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("\uFEFFWhen (UTC),Sign-in name,Name,Parties,About,Code,What");
        assertThat(lines.get(1))
                .startsWith("2027-03-")
                .contains(",gbcoordinator,", ",GB,PLAN,trail.declined,", ";'=2+2");
    }

    @Test
    void what_cannot_be_asked_of_the_history_is_refused_in_a_sentence() throws Exception {
        OperationReference flight = some.proposed();
        String address = "/flights/" + flight + "/history";

        for (String wrong : List.of("kind=NONSENSE", "party=UK", "party=nobody")) {
            for (String kind : List.of("", ".csv", ".json")) {
                MockHttpServletResponse answer = answer("manager1", address + kind + "?" + wrong, Locale.ENGLISH);
                assertThat(answer.getStatus()).as(kind + wrong).isEqualTo(400);
            }
            assertThat(answer("manager1", address + "?" + wrong, Locale.ENGLISH)
                            .getContentAsString(StandardCharsets.UTF_8))
                    .contains("role=\"alert\"", "aria-invalid=\"true\"");
        }
    }

    @Test
    void copying_a_flight_fills_the_form_that_proposes_one_for_whoever_copies() throws Exception {
        OperationReference flight = some.proposed();
        assertThat(page("gbcoordinator", "/flights/" + flight, Locale.ENGLISH))
                .contains("/flights/" + flight + "/copy")
                .doesNotContain("What you have typed into a proposal so far is replaced.");

        copy("gbcoordinator", flight, 302);

        JsonNode typed = new ObjectMapper()
                .readTree(drafts.ofStart(PROCESS, "gbcoordinator").orElseThrow());
        assertThat(typed.path("organiser").asText()).isEqualTo("GB");
        assertThat(typed.path("invited").asText()).isEqualTo("ES, FR");
        assertThat(typed.path("embarkations").asText()).isEqualTo("CDG, STN, MAD");
        assertThat(typed.path("destinations").asText()).isEqualTo("LOS");
        assertThat(typed.path("destination").asText()).isEqualTo("Nigeria");
        assertThat(typed.path("type").asText()).isEqualTo("JRO");
        assertThat(typed.path("legalBasis").asText()).isEqualTo("Agreement of 2026 (invented)");
        assertThat(typed.path("capacity").asInt()).isPositive();
        assertThat(typed.has("departure")).isFalse();
        assertThat(page("gbcoordinator", "/flights/" + flight, Locale.ENGLISH))
                .contains("What you have typed into a proposal so far is replaced.");
        drafts.forgetStart(PROCESS, "gbcoordinator");

        copy("frcoordinator", flight, 302);
        assertThat(drafts.ofStart(PROCESS, "frcoordinator").orElseThrow()).contains("\"organiser\":\"FR\"", "ES, GB");
        drafts.forgetStart(PROCESS, "frcoordinator");
    }

    @Test
    void only_coordinators_copy_and_only_what_they_may_look_at() throws Exception {
        OperationReference flight = some.proposed();

        for (String other : List.of("frfinance1", "manager1", "secoordinator")) {
            copy(other, flight, 403);
            assertThat(drafts.ofStart(PROCESS, other)).isEmpty();
        }
        assertThat(page("frfinance1", "/flights/" + flight, Locale.ENGLISH)).doesNotContain("/copy");
    }

    private void copy(String person, OperationReference flight, int expected) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        post("/flights/" + flight + "/copy").with(user(person)).with(csrf()))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse();
        if (expected == 302) {
            assertThat(answer.getRedirectedUrl())
                    .isEqualTo("/camunda/app/tasklist/default/#/?processStart=jointFlight");
        }
    }

    private List<String> sentences(String reader, String address) throws Exception {
        List<String> sentences = new ArrayList<>();
        new ObjectMapper()
                .readTree(page(reader, address, Locale.ENGLISH))
                .forEach(entry -> sentences.add(entry.path("sentence").asText()));
        return sentences;
    }

    private String page(String reader, String address, Locale language) throws Exception {
        return answer(reader, address, language).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String reader, String address, Locale language) throws Exception {
        return web.perform(get(URI.create(address)).with(user(reader)).locale(language))
                .andReturn()
                .getResponse();
    }
}
