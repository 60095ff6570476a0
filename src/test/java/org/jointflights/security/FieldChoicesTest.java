package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.choices.FindChoices;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What fields suggest: by name or code, in both languages, no more than somebody reads, and to nobody outside. */
@OverHttp
class FieldChoicesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    @BeforeEach
    void open() {
        users.open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "airports   | LOS           | LOS",
                "airports   | los           | LOS",
                "airports   | tirana        | TIA",
                "airports   | Londres       | LGW",
                "airports   | london        | LGW",
                "airports   | reykjavík     | KEF",
                "airports   | nigéria       | LOS",
                "airports   | Royaume-Uni   | LGW",
                "states     | allemagne     | DE",
                "states     | Germany       | DE",
                "states     | kosovo        | XK",
                "members    | suede         | SE",
                "parties    | frontex       | FX",
                "currencies | livre sterling| GBP",
                "currencies | British       | GBP",
                "currencies | eur           | EUR"
            })
    void a_name_in_either_language_or_a_code_finds_it_first(String kind, String typed, String code) {
        assertThat(codes(ask("frcoordinator", "en", kind, "q", typed))).first().isEqualTo(code);
    }

    @Test
    void a_choice_is_called_as_its_reader_calls_it_and_says_whose_time_a_day_there_means() {
        JsonNode english = ask("frcoordinator", "en", "airports", "codes", "TIA");
        JsonNode french = ask("frcoordinator", "fr", "airports", "codes", "STN");

        assertThat(english.path("choices").get(0).path("said").asText())
                .isEqualTo("TIA: Tirana, Mother Teresa, Albania");
        assertThat(english.path("choices").get(0).path("clock").asText()).contains("Tirana", "Europe/Tirane");
        assertThat(french.path("choices").get(0).path("said").asText())
                .isEqualTo("STN\u00a0: Londres, Stansted, Royaume-Uni");
    }

    @Test
    void the_codes_of_a_field_are_explained_in_their_order_and_what_is_no_code_is_left_out() {
        assertThat(codes(ask("frfinance1", "en", "airports", "codes", "stn, XXX;CDG STN")))
                .containsExactly("STN", "CDG");
    }

    @Test
    void no_more_are_shown_than_somebody_reads_those_of_the_states_here_first_and_how_many_there_are_is_said() {
        JsonNode all = ask("frcoordinator", "en", "states", "q", "");
        JsonNode none = ask("frcoordinator", "en", "states", "q", "nowhere");

        assertThat(codes(all))
                .hasSize(FindChoices.MOST)
                .containsSubsequence("FR", "GB", "AF")
                .doesNotContain("NG");
        assertThat(all.path("said").asText()).matches("20 of 2\\d\\d are shown; .*");
        assertThat(codes(none)).isEmpty();
        assertThat(none.path("said").asText()).isEqualTo("Nothing on the list is called so.");
    }

    @Test
    void an_offer_goes_to_a_state_that_takes_part_and_frontex_is_none() {
        assertThat(codes(ask("frcoordinator", "en", "members", "q", "Frontex"))).isEmpty();
        assertThat(codes(ask("frcoordinator", "en", "members", "q", "Nigeria"))).isEmpty();
        assertThat(codes(ask("frcoordinator", "en", "states", "q", "Nigeria"))).contains("NG");
    }

    @Test
    void whoever_proposes_is_told_their_own_parties_and_nobody_elses() {
        assertThat(codes(ask("frcoordinator", "en", "own", "q", ""))).containsExactly("FR");
        assertThat(codes(ask("fxcoordinator", "en", "own", "q", ""))).containsExactly("FX");
        assertThat(codes(ask("frfinance1", "en", "own", "q", ""))).isEmpty();
    }

    @Test
    void what_is_no_list_or_no_line_is_refused_and_who_is_not_signed_in_is_told_nothing() {
        HttpUser coordinator = HttpUser.signedIn(port, "frcoordinator");

        assertThat(coordinator.get("/choices/people").statusCode()).isEqualTo(404);
        assertThat(coordinator.get("/choices/states?q=" + "x".repeat(201)).statusCode())
                .isEqualTo(400);
        assertThat(coordinator.get("/choices/states?q=a%0Ab").statusCode()).isEqualTo(400);
        HttpResponse<String> stranger = new HttpUser(port, "en").get("/choices/airports?q=tirana");
        assertThat(stranger.statusCode()).isIn(302, 401);
        assertThat(stranger.body()).doesNotContain("TIA");
    }

    private JsonNode ask(String who, String language, String kind, String name, String value) {
        HttpUser visitor = new HttpUser(port, language);
        visitor.signIn(who, HttpUser.PASSWORD);
        HttpResponse<String> answer =
                visitor.get("/choices/" + kind + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static List<String> codes(JsonNode answer) {
        List<String> codes = new ArrayList<>();
        answer.path("choices").forEach(choice -> codes.add(choice.path("code").asText()));
        return codes;
    }
}
