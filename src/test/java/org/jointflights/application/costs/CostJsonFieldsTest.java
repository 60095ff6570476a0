package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.Guarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostJsonFieldsTest {

    /** Every field that an input can have, in the one spelling in which it is signed. */
    private static final String EVERYTHING = """
            {"version":7,"currency":"EUR",
             "participants":[
               {"party":"FR",
                "committed":{"returnees":12,"escorts":26,"medical":2,"interpreters":1,"monitors":1,"others":3},
                "used":{"returnees":10,"escorts":25,"medical":1,"interpreters":0,"monitors":0,"others":2}},
               {"party":"GB",
                "committed":{"returnees":20,"escorts":38,"medical":0,"interpreters":0,"monitors":0,"others":0},
                "used":{"returnees":20,"escorts":38,"medical":0,"interpreters":0,"monitors":0,"others":0}}],
             "route":{
               "stops":[{"airport":"CDG","neededBy":[]},{"airport":"STN","neededBy":["GB"]},
                        {"airport":"CDG","neededBy":["FR","GB"]}],
               "legs":[{"km":362,"aboard":["FR"]},{"km":363,"aboard":["FR","GB"]}],
               "shortcuts":[{"from":0,"to":2,"km":9}]},
             "items":[
               {"id":1,"description":"escorts","category":"ESCORTS","amount":"46321.69","payer":"GB","sharers":["FR","GB"],
                "key":"CUSTOM","customWeights":{"FR":1,"GB":2},
                "conversion":{"amount":"38000.00","currency":"GBP","rule":"MONTH_OF_FLIGHT",
                  "rates":[{"month":"2014-03","unitsPerEuro":"0.82035","source":"InforEuro"}]}},
               {"id":2,"description":"fees","category":"OTHER","amount":"600.00","payer":"FR","sharers":["FR","GB"],"key":"EQUAL",
                "limits":{"FR":{"floor":"100.00","cap":"200.00"}}}],
             "withdrawals":{"rule":"TAPERED","taper":[{"daysBefore":15,"percentFreed":90}],
               "releases":[{"from":"GB","reusedBy":"FR","daysBefore":20,
                 "seats":{"returnees":2,"escorts":1,"medical":0,"interpreters":0,"monitors":0,"others":0}},
                 {"from":"FR","daysBefore":10,
                 "seats":{"returnees":1,"escorts":0,"medical":0,"interpreters":0,"monitors":0,"others":0}}]},
             "quotes":[{"parties":["FR"],"cost":"100000.00"}],"yardstick":"LEGS"}
            """.replaceAll("\\s+", "");

    @Test
    void an_input_is_read_whole_and_written_in_its_one_spelling() {
        assertThat(CostJson.write(CostJson.read(EVERYTHING))).isEqualTo(EVERYTHING);
    }

    @Test
    void what_is_left_out_is_what_it_usually_is() {
        String written = CostJson.write(CostJson.read("""
                {"participants":[{"party":"FR","committed":{"returnees":12}}],
                 "route":{"stops":[{"airport":"CDG"},{"airport":"LOS"}],"legs":[{"km":362,"aboard":["FR"]}]},
                 "items":[{"id":1,"description":"charter","amount":600,"payer":"FR","sharers":["FR"],"limits":{"FR":{"floor":1}}}],
                 "quotes":[{"parties":["FR"],"cost":"1"}]}
                """));

        assertThat(written)
                .contains("\"version\":1,", "\"currency\":\"EUR\"", "\"category\":\"OTHER\"", "\"amount\":\"600.00\"")
                .contains("\"key\":\"LEG_SHARE_BY_SEATS\"", "\"neededBy\":[]", "\"shortcuts\":[]")
                .contains("\"withdrawals\":{\"rule\":\"COMMITTED\"", "\"yardstick\":\"QUOTES\"")
                .contains("\"limits\":{\"FR\":{\"floor\":\"1.00\",\"cap\":\"92233720368547758.07\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\"         | x",
                "{\"party\":\"FR\"    | participants[0].x",
                "{\"returnees\":12    | participants[0].committed.x",
                "{\"returnees\":10    | participants[0].used.x",
                "{\"stops\"           | route.x",
                "{\"airport\":\"STN\" | route.stops[1].x",
                "{\"km\":363          | route.legs[1].x",
                "{\"from\":0          | route.shortcuts[0].x",
                "{\"id\":2     | items[1].x",
                "{\"amount\":\"380    | items[0].conversion.x",
                "{\"month\"           | items[0].conversion.rates[0].x",
                "{\"floor\"           | items[1].limits.FR.x",
                "{\"rule\"            | withdrawals.x",
                "{\"daysBefore\":15   | withdrawals.taper[0].x",
                "{\"from\":\"GB\"     | withdrawals.releases[0].x",
                "{\"returnees\":2,    | withdrawals.releases[0].seats.x",
                "{\"parties\"         | quotes[0].x"
            })
    void a_misspelt_field_is_not_taken_for_one_left_out(String where, String path) {
        String misspelt = EVERYTHING.replace(where, "{\"x\":1," + where.substring(1));
        assertThat(misspelt).isNotEqualTo(EVERYTHING);

        BadInput refused = refusal(BadInput.class, "costs.budget.json.undeclared", () -> CostJson.read(misspelt));
        assertThat(refused.field()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"description\":\"fees\"         | \"description\":7            | costs.budget.json.text   | items[1].description               | 7",
                "\"description\":\"fees\"         | \"description\":null         | costs.budget.json.text   | items[1].description               | null",
                "\"amount\":\"600.00\"   | \"amount\":{\"a\":1} | money.notANumber        | items[1].amount           | {\"a\":1}",
                "\"amount\":\"600.00\"   | \"amount\":\"six\"  | money.notANumber         | items[1].amount           | six",
                "\"amount\":\"600.00\"   | \"amount\":null     | money.notANumber         | items[1].amount           | null",
                "\"amount\":\"600.00\",  | ''                  | money.missing            | items[1].amount           | ''",
                "\"payer\":\"FR\"        | \"payer\":\"France\" | common.party.code       | items[1].payer            | France",
                "\"payer\":\"FR\"        | \"payer\":\"EL\"    | common.party.notIso      | items[1].payer            | EL",
                "\"unitsPerEuro\":\"0.8  | \"unitsPerEuro\":\"- | common.decimal         | items[0].conversion.rates[0].unitsPerEuro | -2035",
                "\"2014-03\"             | \"March\"           | costs.budget.json.month  | items[0].conversion.rates[0].month | March",
                "\"id\":2               | \"id\":0            | common.wholeNumber      | items[1].id               | 0",
                "\"id\":2               | \"id\":\"two\"      | common.wholeNumber      | items[1].id               | two",
                "\"category\":\"OTHER\" | \"category\":\"FUN\" | common.choice          | items[1].category         | FUN",
                "\"yardstick\":\"LEGS\"  | \"yardstick\":\"KM\" | common.choice           | yardstick                 | KM",
                "\"aboard\":[\"FR\"]     | \"aboard\":[\"FR\",\"FR\"] | costs.party.repeated | route.legs[0].aboard   | FR",
                "\"legs\":[              | \"legs\":[7,        | costs.budget.json.object | route.legs                | 7",
                "\"neededBy\":[]         | \"neededBy\":{}     | costs.budget.json.list   | route.stops[0].neededBy   | {}",
                "\"version\":7           | \"version\":0       | common.wholeNumber       | version                   | 0",
                "\"km\":362              | \"km\":100001       | common.wholeNumber       | route.legs[0].km          | 100001",
                "\"to\":2                | \"to\":101          | common.wholeNumber       | route.shortcuts[0].to     | 101",
                "\"daysBefore\":20       | \"daysBefore\":1001 | common.wholeNumber       | withdrawals.releases[0].daysBefore | 1001",
                "\"percentFreed\":90     | \"percentFreed\":101 | common.wholeNumber      | withdrawals.taper[0].percentFreed | 101"
            })
    void what_is_wrong_is_told_with_its_place_and_value(
            String right, String wrong, String code, String field, String value) {
        String text = EVERYTHING.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(text).isNotEqualTo(EVERYTHING);

        BadInput refused = refusal(BadInput.class, code, () -> CostJson.read(text));
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEqualTo(value);
    }

    /** Finding 6 of “Money to the end”: people read {@code items[0].amount}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":\"600.00\" | \"amount\":\"six\" | Amount of cost item “fees” cannot be | Montant du poste de coût « fees »",
                "\"description\":\"fees\" | \"description\":7 | Description of cost item 2 cannot be | Description du poste de coût 2",
                "\"id\":2 | \"id\":0 | Number of cost item “fees” cannot be | Numéro du poste de coût « fees »",
                "\"returnees\":12 | \"returnees\":501 | Returnees of FR cannot be “501” | Personnes renvoyées pour FR",
                "\"returnees\":10 | \"returnees\":-1 | Returnees used of FR cannot be | Personnes renvoyées utilisés pour FR",
                "\"km\":362 | \"km\":0 | Kilometres of leg 1 cannot be 0 | Kilomètres de l'étape 1",
                "\"aboard\":[\"FR\"] | \"aboard\":[\"ES\"] | List of parties of leg 1 names ES | Liste des parties de l'étape 1",
                "\"payer\":\"FR\" | \"payer\":\"ES\" | Payer of cost item “fees” names ES | Payeur du poste de coût « fees »",
                "\"cap\":\"20 | \"cap\":\"-20 | Cap of FR of cost item “fees” cannot be | Plafond pour FR du poste de coût « fees »",
                "\"month\":\"2014-03 | \"month\":\"2014 | Month of rate 1 of the conversion of cost item “escorts” | Mois du taux 1 de la conversion du poste de coût « escorts »",
                "\"percentFreed\":90 | \"percentFreed\":101 | Percentage freed of step 1 of the taper | Pourcentage libéré du palier 1 du barème",
                "\"cost\":\"1 | \"cost\":\"-1 | Amount of quote 1 for FR cannot be -1 | Montant du devis 1"
            })
    void people_read_which_item_party_or_leg_it_is_and_what_they_call_the_field(
            String right, String wrong, String english, String french) {
        String text = EVERYTHING.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(text).isNotEqualTo(EVERYTHING);
        BadInput refused = (BadInput) catchThrowable(() -> CostJson.read(text));

        assertThat(refused.sentence(Locale.ENGLISH)).startsWith(english).doesNotContain("[");
        assertThat(refused.sentence(Locale.FRENCH)
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' ')
                        .replace('’', '\''))
                .startsWith(french)
                .doesNotContain("[");
        assertThat(refused.field()).contains("[");
    }

    @Test
    void a_text_has_a_thousand_characters_at_most_and_is_shown_shortened() {
        CostJson.read(EVERYTHING.replace("\"fees\"", "\"" + "x".repeat(1_000) + "\""));

        BadInput refused = refusal(
                BadInput.class,
                "costs.budget.json.text",
                () -> CostJson.read(EVERYTHING.replace("\"fees\"", "\"" + "x".repeat(1_001) + "\"")));
        assertThat(refused.value()).isEqualTo("x".repeat(60) + "…");
    }

    @ParameterizedTest
    @CsvSource({"60, ''", "61, …"})
    void a_value_is_shown_to_the_sixtieth_character(int length, String more) {
        String number = "1".repeat(length);

        BadInput refused = refusal(
                BadInput.class, "costs.budget.json.text", () -> CostJson.read(EVERYTHING.replace("\"fees\"", number)));
        assertThat(refused.value()).isEqualTo("1".repeat(60) + more);
    }

    @Test
    void two_million_characters_are_the_most() {
        String longest = EVERYTHING + " ".repeat(2_000_000 - EVERYTHING.length());
        assertThat(CostJson.write(CostJson.read(longest))).isEqualTo(EVERYTHING);

        BadInput refused = refusal(BadInput.class, "common.tooLong", () -> CostJson.read(longest + " "));
        assertThat(refused.field()).isEqualTo("input");
        assertThat(refused.value()).isEqualTo(EVERYTHING.substring(0, 20) + "…");
    }

    @Test
    void text_that_is_no_json_is_told_with_its_line() {
        BadInput refused = refusal(
                BadInput.class, "costs.budget.json.broken", () -> CostJson.read("{\"version\":1,\n \"items\"]"));

        assertThat(refused.field()).isEqualTo("input");
        assertThat(refused.asSentence().arguments().get(2)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"40, ''", "41, …"})
    void a_text_that_is_no_object_is_shown_to_the_fortieth_character(int length, String more) {
        BadInput refused = refusal(BadInput.class, "costs.budget.json.broken", () -> CostJson.read("1".repeat(length)));

        assertThat(refused.value()).isEqualTo("1".repeat(40) + more);
        assertThat(refused.asSentence().arguments().get(2)).isEqualTo("1");
    }

    @Test
    void who_is_better_off_alone_is_named_with_what_it_gains() {
        PreviewShares.Answer answer = new PreviewShares().of("""
                {"currency":"EUR","participants":[{"party":"FR","committed":{"returnees":10}},
                   {"party":"GB","committed":{"returnees":20}}],
                 "items":[{"id":1,"description":"charter","amount":"300.00","payer":"FR","sharers":["FR","GB"],"key":"EQUAL"}],
                 "quotes":[{"parties":["FR"],"cost":"100.00"},{"parties":["GB"],"cost":"250.00"},
                   {"parties":["FR","GB"],"cost":"300.00"}]}
                """, Locale.ENGLISH);

        assertThat(answer.alone()).isEqualTo(Map.of("FR", "100.00", "GB", "250.00"));
        assertThat(answer.guarantees())
                .filteredOn(one -> one.promise() == Guarantee.Promise.STAND_ALONE)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.verdict()).isEqualTo(Guarantee.Verdict.BROKEN);
                    assertThat(one.witnesses())
                            .containsExactly(new PreviewShares.WitnessPreview(List.of("FR"), "50.00"));
                });
    }
}
