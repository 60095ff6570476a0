package org.jointflights.web.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.domain.costs.Key;
import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class CostSharingApiTest {

    /** The joint flight of 14 and 15 January 2010: what was paid to Austria, by returnees. */
    private static final String JANUARY_2010 = """
            {"currency": "EUR", "participants": [
               {"party": "AT", "committed": {"returnees": 36}}, {"party": "DE", "committed": {"returnees": 3}},
               {"party": "FR", "committed": {"returnees": 1}}, {"party": "GB", "committed": {"returnees": 9}},
               {"party": "SE", "committed": {"returnees": 4}}],
             "route": {"stops": [{"airport": "VIE"}, {"airport": "PRN"}, {"airport": "TIA", "neededBy": ["GB"]}, {"airport": "VIE"}],
               "legs": [{"km": 706, "aboard": ["AT", "DE", "FR", "GB", "SE"]}, {"km": 168, "aboard": ["GB"]},
                        {"km": 784, "aboard": ["AT", "DE", "FR", "GB", "SE"]}]},
             "items": [{"id": 1, "description": "charter", "amount": "48026.20", "payer": "AT",
                        "sharers": ["AT", "DE", "FR", "GB", "SE"], "key": "PER_RETURNEE"}]}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_preview_gives_shares_guarantees_and_explanations() throws Exception {
        preview(JANUARY_2010)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value("48026.20"))
                .andExpect(jsonPath("$.totals.AT").value("32621.57"))
                .andExpect(jsonPath("$.totals.DE").value("2718.46"))
                .andExpect(jsonPath("$.totals.FR").value("906.16"))
                .andExpect(jsonPath("$.totals.GB").value("8155.39"))
                .andExpect(jsonPath("$.totals.SE").value("3624.62"))
                .andExpect(jsonPath("$.shares[2].weight").value("1"))
                .andExpect(jsonPath("$.shares[2].totalWeight").value("53"))
                .andExpect(jsonPath("$.shares[2].reason").value(containsString("48,026.20 EUR × 1/53")))
                .andExpect(jsonPath("$.guarantees[0].verdict").value("KEPT"));
    }

    @Test
    void shared_by_legs_whoever_flies_more_pays_more() throws Exception {
        preview(JANUARY_2010.replace("PER_RETURNEE", "LEG_SHARE_BY_RETURNEES"))
                .andExpect(jsonPath("$.totals.AT").value("29316.13"))
                .andExpect(jsonPath("$.totals.GB").value("12195.38"));
    }

    @Test
    void the_words_are_french_for_who_reads_french() throws Exception {
        web.perform(post("/api/cost-sharing/preview")
                        .with(user("frfinance1"))
                        .with(csrf())
                        .locale(Locale.FRENCH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JANUARY_2010))
                .andExpect(jsonPath("$.shares[2].reason").value(containsString("selon le nombre de personnes")));
    }

    @Test
    void each_floor_and_cap_that_binds_is_told_with_what_the_key_alone_would_ask() throws Exception {
        String limited = JANUARY_2010.replace(
                "\"key\": \"PER_RETURNEE\"",
                "\"key\": \"PER_RETURNEE\", \"limits\": {\"AT\": {\"cap\": \"20000\"}, \"FR\": {\"floor\": \"2000\"}, "
                        + "\"GB\": {\"floor\": \"100\", \"cap\": \"45000\"}}");

        preview(limited)
                .andExpect(jsonPath("$.limits.length()").value(2))
                .andExpect(jsonPath("$.limits[0].kind").value("CAP"))
                .andExpect(jsonPath("$.limits[0].amount").value("20000.00"))
                .andExpect(jsonPath("$.limits[0].byKey").value("32621.57"))
                .andExpect(jsonPath("$.limits[0].words")
                        .value(
                                "AT pays its cap of 20,000.00 EUR of “1 charter”; by the key alone it would pay 32,621.57 EUR, and"
                                        + " the others bear the difference."))
                .andExpect(jsonPath("$.limits[1].kind").value("FLOOR"))
                .andExpect(jsonPath("$.limits[1].party").value("FR"))
                .andExpect(jsonPath("$.limits[1].byKey").value("906.16"))
                // What the two leave, 26,026.20, by 3 : 9 : 4.
                .andExpect(jsonPath("$.totals.GB").value("14639.74"));
        preview(JANUARY_2010).andExpect(jsonPath("$.limits").isEmpty());
    }

    @Test
    void a_comparison_says_line_by_line_what_a_state_that_leaves_changes() throws Exception {
        String without = JANUARY_2010
                .replace("{\"party\": \"SE\", \"committed\": {\"returnees\": 4}}", "")
                .replace("{\"returnees\": 9}},", "{\"returnees\": 9}}")
                .replace(", \"SE\"]", "]");

        compare("{\"before\": %s, \"after\": %s}".formatted(JANUARY_2010, without))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total.difference").value("0.00"))
                .andExpect(jsonPath("$.totals[4].party").value("SE"))
                .andExpect(jsonPath("$.totals[4].amount.before").value("3624.62"))
                .andExpect(jsonPath("$.totals[4].amount.after").isEmpty())
                .andExpect(jsonPath("$.totals[4].amount.difference").value("-3624.62"))
                // 48,026.20 × 36/49 = 35,284.555…
                .andExpect(jsonPath("$.lines[0].amount.after").value("35284.55"))
                .andExpect(jsonPath("$.lines[0].amount.difference").value("2662.98"))
                .andExpect(jsonPath("$.lines[0].reasonBefore").value(containsString("36/53")))
                .andExpect(jsonPath("$.lines[0].reasonAfter").value(containsString("36/49")))
                .andExpect(jsonPath("$.guarantees[0].verdictAfter").value("KEPT"));
    }

    @Test
    void a_comparison_says_what_another_key_and_other_seats_change() throws Exception {
        String other = JANUARY_2010.replace("PER_RETURNEE", "EQUAL").replace("\"returnees\": 36", "\"returnees\": 30");

        compare("{\"before\": %s, \"after\": %s}".formatted(JANUARY_2010, other))
                .andExpect(jsonPath("$.totals[0].amount.after").value("9605.24"))
                .andExpect(jsonPath("$.totals[0].amount.difference").value("-23016.33"))
                .andExpect(jsonPath("$.totals[2].amount.difference").value("8699.08"));
    }

    /** Finding 6 of “Money to the end”: the page asked once for each key. */
    @Test
    void one_request_is_answered_for_every_key_and_says_why_one_cannot_divide() throws Exception {
        send("/api/cost-sharing/keys", JANUARY_2010)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value("48026.20"))
                .andExpect(jsonPath("$.keys.length()").value(Key.toTryOut().size() + 1))
                .andExpect(jsonPath("$.keys[0].key").value("ENTERED"))
                .andExpect(jsonPath("$.keys[0].totals.AT").value("32621.57"))
                .andExpect(jsonPath("$.keys[?(@.key == 'LEG_SHARE_BY_RETURNEES')].totals.GB")
                        .value("12195.38"))
                .andExpect(jsonPath("$.keys[?(@.key == 'EQUAL')].totals.GB").value("9605.24"))
                .andExpect(
                        jsonPath("$.keys[?(@.key == 'STAND_ALONE')].refusal.detail")
                                .value(
                                        "Quote is missing. Enter what a flight of its own would cost AT, or choose another key."))
                .andExpect(jsonPath("$.keys[?(@.key == 'STAND_ALONE')].refusal.field")
                        .value("quote"))
                .andExpect(jsonPath("$.keys[?(@.key == 'TAU')].forComparison").value(true))
                .andExpect(jsonPath("$.keys[?(@.key == 'EQUAL')].forComparison").value(false))
                // Without the United Kingdom 168 of 1,658 km are saved, without anybody else none.
                .andExpect(jsonPath("$.marginal.totals.GB").value("4866.35"))
                .andExpect(jsonPath("$.marginal.totals.AT").value("0.00"))
                .andExpect(jsonPath("$.marginal.left").value("43159.85"))
                .andExpect(jsonPath("$.marginal.words").value(containsString("is no way to share")))
                .andExpect(jsonPath("$.explained").value("ENTERED"))
                .andExpect(jsonPath("$.explanation.shares[2].weight").value("1"))
                .andExpect(jsonPath("$.explanation.guarantees[0].verdict").value("KEPT"));
        send("/api/cost-sharing/keys?explain=LEG_SHARE_BY_RETURNEES", JANUARY_2010)
                .andExpect(jsonPath("$.explained").value("LEG_SHARE_BY_RETURNEES"))
                .andExpect(jsonPath("$.explanation.totals.GB").value("12195.38"));
        send("/api/cost-sharing/keys?explain=STAND_ALONE", JANUARY_2010)
                .andExpect(jsonPath("$.explained").value("ENTERED"));
        send("/api/cost-sharing/keys?explain=BY_WEATHER", JANUARY_2010)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("explain"));
    }

    @Test
    void where_no_key_can_divide_each_says_why_and_what_is_no_input_is_refused_whole() throws Exception {
        String floors = JANUARY_2010.replace(
                "\"key\": \"PER_RETURNEE\"",
                "\"key\": \"PER_RETURNEE\", \"limits\": {\"AT\": {\"floor\": \"1.00\"}, \"GB\": {\"cap\": \"0.00\"}}");
        send("/api/cost-sharing/keys", floors)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.keys[0].totals.GB").value("0.00"));
        send("/api/cost-sharing/keys", JANUARY_2010.replace("48026.20", "twelve"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("items[0].amount"))
                .andExpect(jsonPath("$.detail").value(containsString("Amount of cost item “charter” cannot be")));
        String nobody = "{\"currency\": \"EUR\", \"participants\": [{\"party\": \"AT\", \"committed\": {}}, "
                + "{\"party\": \"DE\", \"committed\": {}}], \"items\": [{\"id\": 1, \"description\": \"x\", \"amount\": "
                + "\"1.00\", \"payer\": \"AT\", \"sharers\": [\"AT\", \"DE\"], \"key\": \"PER_SEAT\", \"limits\": "
                + "{\"AT\": {\"floor\": \"1.00\"}}}]}";
        send("/api/cost-sharing/keys", nobody)
                .andExpect(jsonPath("$.keys[?(@.key == 'PER_SEAT')].refusal.detail")
                        .value(hasItem(containsString("needs a weight above zero"))))
                .andExpect(jsonPath("$.explained").value("EQUAL"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "returnees": 36         | "returnees": -1                   | returnees    | -1
            "returnees": 36         | "returnees": 501                  | returnees    | 501
            "returnees": 36         | "returnees": 1.5                  | returnees    | 1.5
            "returnees": 36         | "returnees": 99999999999999999999 | returnees    | 99999999999999999999
            "returnees": 36         | "returnees": NaN                  | input        | JSON
            "returnees": 36         | "returnees": "36"                 | returnees    | 36
            "returnees": 36         | "returned": 36                    | returned     | returnees, escorts
            "party": "SE"           | "party": "FR"                     | parties      | FR
            "party": "SE"           | "party": "UK"                     | party        | GB
            "party": "SE"           | "party": "Sweden"                 | party        | Sweden
            "party": "SE"           | "party": 7                        | party        | 7
            "payer": "AT"           | "payer": "ES"                     | payer        | ES
            "payer": "AT"           | "payer": null                     | payer        | text
            "aboard": ["GB"]        | "aboard": ["ES"]                  | aboard       | ES
            "aboard": ["GB"]        | "aboard": []                      | aboard       | empty
            "km": 168               | "km": 0                           | km           | 25000
            "km": 168               | "km": -5                          | km           | -5
            "48026.20"              | "48026.205"                       | amount       | 48026.205
            "48026.20"              | 48026.205                         | amount       | 48026.205
            "48026.20"              | "NaN"                             | amount       | NaN
            "48026.20"              | "48,026"                          | amount       | 48026
            "48026.20"              | "92233720368547758.08"            | amount       | 92233720368547758.07
            "48026.20"              | 1e999999999                       | amount       | 92233720368547758.07
            "48026.20"              | "12 GBP"                          | amount       | EUR
            "48026.20"              | true                              | amount       | true
            "sharers": ["AT", "DE", "FR", "GB", "SE"] | "sharers": [] | sharers      | charter
            "sharers": ["AT", "DE", "FR", "GB", "SE"] | "sharers": ["AT", "AT"] | sharers | AT
            "sharers": ["AT", "DE", "FR", "GB", "SE"] | "sharers": ["AT", "ES"] | sharers | ES
            "sharers": ["AT", "DE", "FR", "GB", "SE"] | "sharers": "AT"         | sharers | list
            "id": 1,                | "id": "charter",                  | id           | whole number
            "id": 1,                | "id": 0,                          | id           | 0
            "key": "PER_RETURNEE"   | "category": "PIZZA"               | category     | CHARTER
            "PER_RETURNEE"          | "BY_WEATHER"                      | key          | LEG_SHARE_BY_SEATS
            "PER_RETURNEE"          | "CUSTOM"                          | customWeights | charter
            "PER_RETURNEE"          | "ROUTE_SHAPLEY"                   | shortcut     | VIE–TIA
            "PER_RETURNEE"          | "STAND_ALONE", "note": ""         | note         | amount
            "key": "PER_RETURNEE"   | "key": "CUSTOM", "customWeights": {"AT": 0, "DE": 1, "FR": 1, "GB": 1, "SE": 1} | customWeights | 0
            "key": "PER_RETURNEE"   | "key": "CUSTOM", "customWeights": {"AT": -3, "DE": 1, "FR": 1, "GB": 1, "SE": 1} | customWeights | -3
            "key": "PER_RETURNEE"   | "key": "CUSTOM", "customWeights": {"AT": 9223372036854775808, "DE": 1, "FR": 1, "GB": 1, "SE": 1} | AT | 9223372036854775807
            "key": "PER_RETURNEE"   | "key": "PER_RETURNEE", "limits": {"AT": {"floor": "40000.00"}, "GB": {"floor": "40000.00"}} | floor | 48,026.20
            "key": "PER_RETURNEE"   | "key": "PER_RETURNEE", "limits": {"AT": {"cap": "1.00", "floor": "2.00"}} | cap | 2.00
            "key": "PER_RETURNEE"   | "key": "PER_RETURNEE", "conversion": {"amount": "40000.00", "currency": "GBP", "rule": "MONTH_OF_PAYMENT", "rates": []} | conversion | 48,026.20
            "route": {              | "routes": {                       | routes       | participants
            "currency": "EUR"       | "currency": "EURO"                | currency     | EURO
            "currency": "EUR"       | "currency": "DEM"                 | currency     | DEM
            "currency": "EUR"       | "currency": null                  | currency     | ISO code
            "currency": "EUR",      | ''                                | currency     | ISO code
            , "key": "PER_RETURNEE" | ''                                | key          | LEG_SHARE_BY_SEATS
            "party": "SE"           | "party": "ZZ"                     | party        | ZZ
            "party": "SE"           | "party": "QQ"                     | party        | QQ
            "airport": "PRN"        | "airport": "VIE"                  | airport      | VIE
            "airport": "PRN"        | "airport": "Pristina"             | airport      | CDG
            "airport": "PRN"        | "airport": "PRŃ"                  | airport      | PRŃ
            "48026.20"              | "720575940379279.36"              | amount       | 720,575,940,379,279.35
            "48026.20"              | "-720575940379279.36"             | amount       | 720,575,940,379,279.35
            "items": [              | "items": [7,                      | items        | 7
            "items": [              | "items": [,                       | input        | JSON
            "items": [              | "version": 0, "items": [          | version      | 0
            "items": [              | "yardstick": "SMELL", "items": [  | yardstick    | LEGS
            """)
    void bad_input_is_refused_with_field_and_value_and_what_would_be_right(
            String right, String wrong, String field, String said) throws Exception {
        assertThat(JANUARY_2010).contains(right);
        refused(JANUARY_2010.replaceFirst(java.util.regex.Pattern.quote(right), wrong), field, said);
    }

    /** Finding 2 of “Money to the end”: amounts near the end of 64 bits were answered with a failure. */
    @Test
    void amounts_too_large_to_set_against_one_another_are_refused() throws Exception {
        String two =
                "{\"currency\": \"EUR\", \"participants\": [{\"party\": \"AT\", \"committed\": {\"returnees\": 1}}, "
                        + "{\"party\": \"DE\", \"committed\": {\"returnees\": 1}}], \"items\": [{\"id\": 1, \"description\": \"x\", "
                        + "\"amount\": \"%s\", \"payer\": \"AT\", \"sharers\": [\"AT\", \"DE\"], \"key\": \"%s\"}], \"quotes\": ["
                        + "{\"parties\": [\"AT\"], \"cost\": \"0.01\"}, {\"parties\": [\"DE\"], \"cost\": \"%s\"}, "
                        + "{\"parties\": [\"AT\", \"DE\"], \"cost\": \"0.02\"}]}";
        for (String large : List.of("90000000000000000.00", "92233720368547758.07", "-92233720368547758.07")) {
            for (String key : List.of("SEPARABLE_COSTS", "NUCLEOLUS", "PER_CAPITA_NUCLEOLUS", "EQUAL")) {
                refused(two.formatted(large, key, "1.00"), "amount", "720,575,940,379,279.35");
                refused(two.formatted("1.00", key, large.replace("-", "")), "quote", "720,575,940,379,279.35");
            }
        }
        String most = "720575940379279.35";
        for (String key : List.of("SEPARABLE_COSTS", "NUCLEOLUS", "PER_CAPITA_NUCLEOLUS", "EQUAL")) {
            if (key.equals("EQUAL")) {
                preview(two.formatted(most, key, "720575940379279.32")).andExpect(status().isOk());
            } else {
                refused(two.formatted(most, key, "720575940379279.32"), "quotes", "more than 64 times what is shared");
            }
            compare("{\"before\": %s, \"after\": %s}"
                            .formatted(two.formatted("-" + most, key, "1.00"), two.formatted(most, key, "1.00")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total.difference").value("1441151880758558.70"));
        }
    }

    @Test
    void what_is_not_utf_8_is_refused() throws Exception {
        web.perform(post("/api/cost-sharing/preview")
                        .with(user("frfinance1"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JANUARY_2010.replace("charter", "\u00e9").getBytes(StandardCharsets.ISO_8859_1)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("UTF-8")));
    }

    @Test
    void nobody_to_count_is_refused() throws Exception {
        refused(
                JANUARY_2010.replaceAll("\"returnees\": [0-9]+", "\"returnees\": 0"),
                "weights",
                "needs a weight above zero");
    }

    @Test
    void an_empty_route_is_refused() throws Exception {
        refused(JANUARY_2010.replaceFirst("(?s)\"legs\": \\[.*?]}]", "\"legs\": []"), "route", "at least one leg");
    }

    @Test
    void a_key_that_needs_a_route_is_refused_without_one() throws Exception {
        refused(
                JANUARY_2010
                        .replaceFirst("(?s)\"route\": \\{.*\"items\"", "\"items\"")
                        .replace("PER_RETURNEE", "LEG_SHARE_BY_RETURNEES"),
                "route",
                "Enter the legs".toLowerCase(Locale.ROOT));
    }

    @Test
    void sums_beyond_64_bits_are_refused() throws Exception {
        String item =
                "{\"id\": %s, \"description\": \"x\", \"amount\": \"92233720368547758.07\", \"payer\": \"AT\", \"sharers\": [\"AT\", \"FR\"], \"key\": \"EQUAL\"}";
        refused(
                "{\"currency\": \"EUR\", \"participants\": [{\"party\": \"AT\", \"committed\": {\"returnees\": 1}}, "
                        + "{\"party\": \"FR\", \"committed\": {\"returnees\": 1}}], \"items\": ["
                        + item.formatted("1") + ", " + item.formatted("2") + "]}",
                "amount",
                "720,575,940,379,279.35");
    }

    @Test
    void ten_thousand_items_are_refused_with_the_limit() throws Exception {
        refused(withItems(10_000, "[\"AT\", \"FR\"]"), "items", "at most 1000 cost items");
    }

    @Test
    void what_is_far_too_long_is_not_read_to_its_end() throws Exception {
        refused(" ".repeat(2_000_001), "input", "2000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            null
            []
            "text"
            {"participants": []}
            {"participants": [], "items": []}
            {"a":
            {} {}
            {"items": [], "items": []}
            """)
    void what_is_no_input_at_all_is_refused(String body) throws Exception {
        preview(body == null ? "" : body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").isNotEmpty())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void deep_nesting_is_refused() throws Exception {
        refused("{\"items\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}", "input", "JSON");
    }

    @Test
    void a_comparison_names_the_side_that_is_wrong() throws Exception {
        compare("{\"before\": %s, \"after\": %s}"
                        .formatted(JANUARY_2010, JANUARY_2010.replace("\"returnees\": 36", "\"returnees\": 1.5")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("after.participants[0].committed.returnees"))
                .andExpect(jsonPath("$.value").value("1.5"));
        compare("{\"before\": " + JANUARY_2010 + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("after"));
        compare("{\"before\": %s, \"after\": %s}".formatted(JANUARY_2010, JANUARY_2010.replace("EUR", "GBP")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("currency"));
    }

    @Test
    void only_json_by_somebody_signed_in_is_taken() throws Exception {
        web.perform(post("/api/cost-sharing/preview")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JANUARY_2010))
                .andExpect(status().isUnauthorized());
        web.perform(post("/api/cost-sharing/preview")
                        .with(user("frfinance1"))
                        .with(csrf())
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(JANUARY_2010))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void nothing_is_stored() throws Exception {
        long before = rows();
        preview(JANUARY_2010);
        compare("{\"before\": %s, \"after\": %s}".formatted(JANUARY_2010, JANUARY_2010));
        assertThat(rows()).isEqualTo(before);
    }

    /** Finding 3 of “Money to the end”: one input kept a processor for minutes and was answered with 68 MB. */
    @Test
    void more_shares_than_anybody_reads_are_refused_and_as_many_as_that_are_answered() throws Exception {
        preview(withItems(1_000, "[\"AT\", \"FR\"]")).andExpect(status().isOk());
        String sixtyTwo = all("/*items*/");
        String most = sixtyTwo.replace("/*items*/", items(161));
        String oneMore = sixtyTwo.replace("/*items*/", items(162));

        preview(most).andExpect(status().isOk());
        for (ResultActions refused : List.of(
                preview(oneMore),
                send("/api/cost-sharing/keys", oneMore),
                compare("{\"before\": %s, \"after\": %s}".formatted(JANUARY_2010, oneMore)))) {
            refused.andExpect(status().isPayloadTooLarge())
                    .andExpect(jsonPath("$.detail").value(containsString("These are 10044 shares")))
                    .andExpect(jsonPath("$.detail").value(containsString("At most 10000")));
        }
    }

    private static String all(String items) {
        String all = IntStream.range(0, 62)
                .mapToObj(i -> "{\"party\": \"" + code(i) + "\", \"committed\": {\"returnees\": " + (i + 1) + "}}")
                .collect(Collectors.joining(","));
        return "{\"currency\": \"EUR\", \"participants\": [" + all + "], " + items + "}";
    }

    private static String items(int items) {
        String sharers = IntStream.range(0, 62)
                .mapToObj(CostSharingApiTest::code)
                .collect(Collectors.joining("\", \"", "[\"", "\"]"));
        String written = withItems(items, sharers).replaceFirst("(?s)^.*\"items\"", "\"items\"");
        return written.substring(0, written.length() - 1)
                .replace("\"AT\", \"sharers\"", "\"" + code(0) + "\", \"sharers\"");
    }

    private static String withItems(int items, String sharers) {
        return "{\"currency\": \"EUR\", \"participants\": [{\"party\": \"AT\", \"committed\": {\"returnees\": 1}}, "
                + "{\"party\": \"FR\", \"committed\": {\"returnees\": 1}}], \"items\": ["
                + IntStream.range(0, items)
                        .mapToObj(i -> "{\"id\": " + (i + 1)
                                + ", \"description\": \"x\", \"amount\": \"10.00\", \"payer\": \"AT\", \"sharers\": "
                                + sharers
                                + ", \"key\": \"PER_RETURNEE\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String code(int i) {
        return Locale.getISOCountries()[i];
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM share").query(Long.class).single()
                + jdbc.sql("SELECT COUNT(*) FROM budget_line").query(Long.class).single();
    }

    private void refused(String body, String field, String said) throws Exception {
        preview(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(containsString(field)))
                .andExpect(jsonPath("$.value").exists())
                .andExpect(jsonPath("$.detail").value(containsString(said)));
    }

    private ResultActions preview(String body) throws Exception {
        return send("/api/cost-sharing/preview", body);
    }

    private ResultActions compare(String body) throws Exception {
        return send("/api/cost-sharing/compare", body);
    }

    private ResultActions send(String path, String body) throws Exception {
        return web.perform(post(path)
                .with(user("frfinance1"))
                .with(csrf())
                .locale(Locale.ENGLISH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
