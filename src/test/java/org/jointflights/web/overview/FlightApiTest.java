package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.Statements;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.document.Csv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class FlightApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    Statements statements;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    TrailEntries trail;

    @Autowired
    Outbox outbox;

    private SomeFlights some;

    @BeforeEach
    void open() {
        users.open();
        some = new SomeFlights(users);
    }

    @Test
    void the_list_and_the_flight_say_as_json_what_the_pages_say() throws Exception {
        OperationReference flight = some.answered();

        read("gbcoordinator", "/api/flights?text=" + flight)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.flights[0].reference").value(flight.value()))
                .andExpect(jsonPath("$.flights[0].departure").value("2027-05-20T09:30:00+02:00"))
                .andExpect(jsonPath("$.flights[0].zone").value("Europe/Paris"))
                .andExpect(jsonPath("$.flights[0].takingPart", org.hamcrest.Matchers.contains("ES", "FR", "GB")))
                .andExpect(jsonPath("$.flights[0].stageSince").value("2027-03-01T09:00:00Z"));
        read("gbcoordinator", "/api/flights/" + flight)
                .andExpect(jsonPath("$.participations[2].seats.returnees").value(22))
                .andExpect(jsonPath(
                        "$.acts", org.hamcrest.Matchers.contains("withdraw", "report-incident", "register-complaint")))
                .andExpect(jsonPath("$.waits[0].task").value("userTask_correctAnswer"))
                .andExpect(jsonPath("$.waits[0].due").isNotEmpty())
                .andExpect(jsonPath("$.waits[0].told").isArray())
                .andExpect(jsonPath("$.waits[0].wayOut").value("If nobody ever answers, the deadline closes it."))
                .andExpect(jsonPath("$.waits[1].task").doesNotExist())
                .andExpect(jsonPath("$.waits[1].wayOut").doesNotExist())
                .andExpect(jsonPath("$.waits[1].told", org.hamcrest.Matchers.empty()))
                .andExpect(jsonPath("$.waits[1:].party", org.hamcrest.Matchers.contains("FR", "ES")))
                .andExpect(content().string(not(containsString("ES takes part"))));
    }

    @Test
    void who_may_not_look_gets_problem_details() throws Exception {
        OperationReference flight = some.proposed();

        read("secoordinator", "/api/flights/" + flight)
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("not one of yours")));
        read("manager1", "/api/flights/JRO-1999-0001").andExpect(status().isNotFound());
        web.perform(get("/api/flights")).andExpect(status().isUnauthorized());
        read("secoordinator", "/api/flights").andExpect(content().string(not(containsString(flight.value()))));
    }

    @Test
    void an_act_over_rest_is_the_same_act() throws Exception {
        OperationReference flight = some.answered();

        act("gbcoordinator", flight, "withdraw", "{\"party\":\"GB\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}")
                .andExpect(status().isNoContent());
        assertThat(participations
                        .get(flight, new org.jointflights.domain.Party("GB"))
                        .takesPart())
                .isFalse();
        read("frcoordinator", "/api/flights/" + flight)
                .andExpect(
                        jsonPath("$.participations[?(@.party == 'GB')].cause").value("LEGAL"));
        act("gbcoordinator", flight, "withdraw", "{\"party\":\"GB\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}")
                .andExpect(status().isConflict());
    }

    @Test
    void bad_input_is_refused_with_a_sentence_and_nothing_is_stored() throws Exception {
        OperationReference flight = some.answered();
        long revision = flights.get(flight).revision();
        int happened = trail.of(flight).size();
        int told = outbox.of(flight).size();
        List<List<String>> bad = List.of(
                List.of("postpone", "", "400"),
                List.of("postpone", "{", "400"),
                List.of("postpone", "[]", "400"),
                List.of("postpone", "null", "400"),
                List.of("postpone", "\"text\"", "400"),
                List.of("postpone", "{\"departure\":\"2027-06-01 08:00\"}", "400"),
                List.of("postpone", "{\"departure\":\"1 June\",\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":\"2027-02-30 08:00\",\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":\"2028-03-26 02:30\",\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":\"2026-01-01 08:00\",\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":{\"a\":1},\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":[\"2027-06-01 08:00\"],\"reason\":\"r\"}", "400"),
                List.of("postpone", "{\"departure\":\"2027-06-01 08:00\",\"reason\":\"  \"}", "400"),
                List.of("postpone", "{\"departure\":\"2027-06-01 08:00\",\"reason\":\"a\\u0000b\"}", "400"),
                List.of("postpone", "{\"departure\":\"2027-06-01 08:00\",\"reason\":\"a\\ud800b\"}", "400"),
                List.of(
                        "postpone",
                        "{\"departure\":\"2027-06-01 08:00\",\"reason\":\"r\",\"stage\":\"CLOSED\"}",
                        "400"),
                List.of("postpone", "{\"reason\":\"r\",\"reason\":\"s\",\"departure\":\"2027-06-01 08:00\"}", "400"),
                List.of(
                        "postpone",
                        "{\"departure\":\"2027-06-01 08:00\",\"reason\":\"" + "x".repeat(1001) + "\"}",
                        "400"),
                List.of("change-plan", plan("CDG XXX", "LOS", "200"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "", "200"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "0"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "1e3"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "1.5"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "99999999999999999999"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "100"), "400"),
                List.of("change-plan", plan("CDG MAD", "LOS", "200"), "400"),
                List.of("change-plan", plan("CDG STN MAD", "LOS", "200"), "400"),
                List.of("cancel", "{\"reason\":\"r\"}", "400"),
                List.of("cancel", "{\"reason\":\"r\",\"causedBy\":\"UK\"}", "400"),
                List.of("cancel", "{\"reason\":\"r\",\"causedBy\":\"SE\"}", "404"),
                List.of("suspend", "{\"reason\":\"r\"}", "403"),
                List.of("withdraw", "{\"party\":\"GB\",\"cause\":\"LEGAL\",\"reason\":\"r\"}", "403"),
                List.of("withdraw", "{\"party\":\"GB\",\"reason\":\"r\"}", "400"),
                List.of("withdraw", "{\"party\":\"GB\",\"cause\":\"COURT\",\"reason\":\"r\"}", "400"),
                List.of("withdraw", "{\"party\":\"FR\",\"cause\":\"LEGAL\",\"reason\":\"r\"}", "400"),
                List.of("resume", "{}", "404"));

        for (List<String> each : bad) {
            act("frcoordinator", flight, each.get(0), each.get(1))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as("%s: %s", each, result.getResponse().getContentAsString())
                            .isEqualTo(Integer.parseInt(each.get(2))))
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        assertThat(flights.get(flight).revision()).isEqualTo(revision);
        assertThat(trail.of(flight).subList(happened, trail.of(flight).size()))
                .as("what was not theirs to do is told, and nothing else")
                .extracting(entry -> entry.what().code())
                .containsExactly("trail.attemptRefused", "trail.attemptRefused");
        assertThat(outbox.of(flight)).hasSize(told);
    }

    @Test
    void a_preview_answers_shares_and_reasons_and_refuses_what_cannot_be_divided() throws Exception {
        String parties = "{\"party\":\"FR\",\"committed\":{\"returnees\":1}},"
                + "{\"party\":\"GB\",\"committed\":{\"returnees\":2}}";
        String item =
                "{\"id\":1,\"description\":\"x\",\"amount\":\"%s\",\"payer\":\"FR\",\"sharers\":[\"FR\",\"GB\"],\"key\":\"%s\"}";
        String input = "{\"currency\":\"EUR\",\"participants\":[" + parties + "],\"items\":[" + item + "]}";

        preview(input.formatted("100.00", "PER_RETURNEE"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.FR").value("33.33"))
                .andExpect(jsonPath("$.totals.GB").value("66.67"))
                .andExpect(jsonPath("$.shares[0].reason").isNotEmpty())
                .andExpect(jsonPath("$.guarantees").isNotEmpty());
        for (String bad : List.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                input.formatted("1.001", "EQUAL"),
                input.formatted("NaN", "EQUAL"),
                input.formatted("99999999999999999999", "EQUAL"),
                input.formatted("1.00", "BY_MOOD"),
                input.formatted("1.00", "EQUAL").replace("GB", "UK"),
                input.formatted("1.00", "EQUAL").replace("\"returnees\":2", "\"returnees\":-2"))) {
            preview(bad)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
    }

    private ResultActions preview(String body) throws Exception {
        return web.perform(post("/api/cost-sharing/preview")
                .content(body)
                .contentType("application/json")
                .with(user("frfinance1"))
                .with(csrf()));
    }

    @Test
    void cost_and_shares_are_open_to_the_parties_but_another_partys_answer_is_not() throws Exception {
        OperationReference flight = some.sharing();
        users.as("gbfinance1").completes("userTask_acceptShare", flight, Map.of("answer", "ACCEPT"));

        read("esfinance1", "/api/flights?text=" + flight)
                .andExpect(jsonPath("$.flights[0].stage").value("COST_SHARING"))
                .andExpect(jsonPath("$.flights[0].cost.amountMinor").value(26_200_000))
                .andExpect(jsonPath("$.flights[0].cost.currency").value("EUR"))
                .andExpect(jsonPath("$.flights[0].shares.ES.amountMinor").value(10_480_000))
                .andExpect(jsonPath("$.flights[0].agreed").value(false));
        read("esfinance1", "/api/flights/" + flight)
                .andExpect(jsonPath("$.split.total.amountMinor").value(26_200_000))
                .andExpect(jsonPath("$.split.shares.length()").value(3));
        read("esfinance1", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("104,800.00 EUR")))
                .andExpect(content().string(containsString("has answered")))
                .andExpect(content().string(not(containsString("GB accepts its share"))));
        read("manager2", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("GB accepts its share")));
    }

    @Test
    void a_cancelled_flight_stays_visible_with_its_cause() throws Exception {
        OperationReference flight = some.answered();

        act("manager1", flight, "cancel", "{\"reason\":\"Airspace closed\",\"causedBy\":\"NOBODY\"}")
                .andExpect(status().isNoContent());
        users.runJobs(flight);

        read("gbcoordinator", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("Airspace closed")))
                .andExpect(content().string(containsString("No party is answerable for it.")))
                .andExpect(content().string(not(containsString("/withdraw\""))));
        act("manager1", flight, "cancel", "{\"reason\":\"again\",\"causedBy\":\"FR\"}")
                .andExpect(status().isConflict());
        act("frcoordinator", flight, "postpone", "{\"reason\":\"r\",\"departure\":\"2027-07-01 08:00\"}")
                .andExpect(status().isConflict());
    }

    @Test
    void a_request_of_the_wrong_kind_is_refused() throws Exception {
        OperationReference flight = some.proposed();

        web.perform(post("/api/flights/" + flight + "/cancel")
                        .content("reason=r")
                        .contentType("application/x-www-form-urlencoded")
                        .with(user("frcoordinator"))
                        .with(csrf()))
                .andExpect(status().isUnsupportedMediaType());
        web.perform(post("/api/flights/" + flight + "/cancel")
                        .content("{}")
                        .contentType("application/json")
                        .with(user("frcoordinator")))
                .andExpect(status().isForbidden());
        read("frcoordinator", "/api/flights/" + flight + "/cancel").andExpect(status().isMethodNotAllowed());
        read("frcoordinator", "/api/flights?stage=FLYING")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("stage"));
    }

    @Test
    void the_file_holds_the_same_rows_and_no_cell_that_a_spreadsheet_would_run() throws Exception {
        OperationReference flight = some.proposed(Map.of("destination", "=HYPERLINK(\"http://x\";\"Géorgie\")"));

        byte[] file = read("manager1", "/flights.csv?text=" + flight)
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(file, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFFlight,Type,Organiser");
        try (CSVParser rows = CSVParser.parse(
                text.substring(1), CSVFormat.EXCEL.builder().setHeader().get())) {
            CSVRecord row = rows.getRecords().get(0);
            assertThat(row.get("Flight")).isEqualTo(flight.value());
            assertThat(row.get("Destination")).isEqualTo("'=HYPERLINK(\"http://x\";\"Géorgie\")");
            assertThat(row.get("Departure")).isEqualTo("2027-05-20T09:30+02:00");
            assertThat(row.get("Waits for")).contains("Answer the offer (Spain, coordinator)");
            assertThat(row.get("Overdue")).isEqualTo("no");
        }
        for (String cell : List.of("=1", "+1", "-x", "-1+1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x")) {
            assertThat(Csv.harmless(cell)).isEqualTo("'" + cell);
        }
        assertThat(Csv.harmless("Nigeria;=1+1;@x; -2")).isEqualTo("Nigeria;'=1+1;'@x; -2");
        assertThat(Csv.harmless("1-2")).isEqualTo("1-2");
        assertThat(Csv.harmless("-30000.00")).as("a number runs nothing").isEqualTo("-30000.00");
    }

    @Test
    void whoever_follows_next_is_given_every_flight_once() throws Exception {
        Set<String> flights = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            flights.add(some.proposed(Map.of("destination", "Île & côte")).value());
        }
        String next = "/api/flights?limit=2&text=%C3%8Ele%20%26%20c&order=LATEST";
        List<String> given = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        while (next != null) {
            String answer = read("gbfinance1", next)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total").value(3))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> part = JsonPath.read(answer, "$.flights[*].reference");
            given.addAll(part);
            parts.add(part.size());
            next = JsonPath.read(answer, "$.next");
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(flights);
        assertThat(parts).containsExactly(2, 1);
    }

    @Test
    void a_wrong_limit_or_place_is_refused_by_its_field() throws Exception {
        some.proposed();
        some.proposed();
        String answer = read("manager1", "/api/flights?limit=1&order=LATEST")
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = JsonPath.read(answer, "$.next");
        for (String wrong : List.of("limit=0", "limit=1001", "limit=many", "limit=-1")) {
            read("manager1", "/api/flights?" + wrong)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value("limit"));
        }
        for (String wrong :
                List.of("/api/flights?after=x", "/api/flights?after=%00", next.replace("LATEST", "STAGE"))) {
            read("manager1", wrong)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value("after"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        read("manager1", "/api/flights?limit=1000").andExpect(status().isOk());
    }

    @Test
    void the_list_asks_the_database_no_more_often_for_ten_flights_than_for_one() throws Exception {
        some.answered();
        read("manager1", "/flights").andExpect(status().isOk());
        int few = statementsOf("/flights");

        for (int i = 0; i < 9; i++) {
            some.proposed();
        }
        int many = statementsOf("/flights");

        assertThat(few).isPositive().isLessThan(30);
        // Flights of other tests that need one question more may have left the first page.
        assertThat(many).isPositive().isLessThanOrEqualTo(few);
    }

    private int statementsOf(String page) throws Exception {
        return statements
                .during(() -> read("manager1", page).andExpect(status().isOk()))
                .size();
    }

    private static String plan(String embarkations, String destinations, String capacity) {
        return "{\"embarkations\":\"%s\",\"destinations\":\"%s\",\"capacity\":\"%s\",\"reason\":\"r\"}"
                .formatted(embarkations, destinations, capacity);
    }

    private ResultActions act(String user, OperationReference flight, String act, String body) throws Exception {
        return web.perform(post("/api/flights/" + flight + "/" + act)
                .content(body)
                .contentType("application/json")
                .with(user(user))
                .with(csrf()));
    }

    private ResultActions read(String user, String address) throws Exception {
        return web.perform(get(URI.create(address)).with(user(user)).locale(Locale.ENGLISH));
    }
}
