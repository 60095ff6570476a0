package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Guarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostJsonTest {

    /** RO-2010-001: 48,026.20 by the returnees of five states on the route Vienna, Pristina, Tirana. */
    private static final String KOSOVO = """
            {"version":3,"currency":"EUR",
             "participants":[
               {"party":"AT","committed":{"returnees":36}},{"party":"DE","committed":{"returnees":3}},
               {"party":"FR","committed":{"returnees":1}},{"party":"GB","committed":{"returnees":9}},
               {"party":"SE","committed":{"returnees":4}}],
             "route":{
               "stops":[{"airport":"VIE"},{"airport":"PRN","neededBy":["AT","DE","FR","SE"]},
                        {"airport":"TIA","neededBy":["GB"]},{"airport":"VIE"}],
               "legs":[{"km":706,"aboard":["AT","DE","FR","GB","SE"]},{"km":168,"aboard":["GB"]},
                       {"km":784,"aboard":["AT","DE","FR","GB","SE"]}]},
             "items":[{"id":1,"description":"charter","amount":"48,026.20","payer":"AT","sharers":["AT","DE","FR","GB","SE"],
                       "key":"PER_RETURNEE"}]}
            """;

    private static final String FULL = """
            {"participants":[
               {"party":"FR","committed":{"returnees":12,"escorts":26,"medical":2,"interpreters":1,"monitors":1},
                "used":{"returnees":10,"escorts":26}},
               {"party":"GB","committed":{"returnees":20,"escorts":38}}],
             "items":[
               {"id":2,"description":"escorts","category":"ESCORTS","amount":46321.69,"payer":"GB","sharers":["FR","GB"],
                "key":"CUSTOM","customWeights":{"FR":1,"GB":2},
                "conversion":{"amount":"38000.00","currency":"GBP","rule":"MONTH_OF_FLIGHT",
                  "rates":[{"month":"2014-03","unitsPerEuro":"0.82035","source":"InforEuro"}]}},
               {"id":3,"description":"fees","amount":"600","payer":"FR","sharers":["FR","GB"],"key":"EQUAL",
                "limits":{"FR":{"cap":"200.00"}}}],
             "withdrawals":{"rule":"TAPERED","taper":[{"daysBefore":15,"percentFreed":100}],
               "releases":[{"from":"GB","reusedBy":"FR","daysBefore":20,"seats":{"returnees":2}}]},
             "quotes":[{"parties":["FR"],"cost":"100000.00"}],"yardstick":"LEGS"}
            """;

    @Test
    void what_is_written_reads_back_to_the_same_text_and_the_same_cents() {
        for (String text : new String[] {KOSOVO, FULL}) {
            CostInput input = CostJson.read(text);
            String written = CostJson.write(input);
            CostInput again = CostJson.read(written);

            assertThat(CostJson.write(again)).isEqualTo(written);
            assertThat(again).isEqualTo(input).isNotEqualTo(input.with(input.items()));
            assertThat(CostSharing.share(again).totals())
                    .isEqualTo(CostSharing.share(input).totals());
        }
    }

    @Test
    void the_order_of_entry_does_not_change_the_text() {
        String other = KOSOVO.replace("\"AT\",\"DE\",\"FR\",\"GB\",\"SE\"", "\"SE\",\"GB\",\"FR\",\"DE\",\"AT\"")
                .replace("{\"party\":\"AT\",\"committed\":{\"returnees\":36}},", "")
                .replace(
                        "{\"party\":\"SE\",\"committed\":{\"returnees\":4}}]",
                        "{\"party\":\"SE\",\"committed\":{\"returnees\":4}},"
                                + "{\"party\":\"AT\",\"committed\":{\"returnees\":36}}]");

        assertThat(other).isNotEqualTo(KOSOVO);
        assertThat(CostJson.write(CostJson.read(other))).isEqualTo(CostJson.write(CostJson.read(KOSOVO)));
    }

    @Test
    void a_preview_gives_shares_guarantees_and_reasons() {
        PreviewShares.Answer answer = new PreviewShares().of(KOSOVO, Locale.ENGLISH);

        assertThat(answer.total()).isEqualTo("48026.20");
        assertThat(answer.totals())
                .containsEntry("AT", "32621.57")
                .containsEntry("DE", "2718.46")
                .containsEntry("FR", "906.16")
                .containsEntry("GB", "8155.39")
                .containsEntry("SE", "3624.62");
        assertThat(answer.shares())
                .filteredOn(share -> share.party().equals("GB"))
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.exact()).isEqualTo("43223580 / 53");
                    assertThat(share.reason()).contains("9/53").contains("by returnees");
                });
        assertThat(answer.guarantees())
                .extracting(PreviewShares.GuaranteePreview::promise)
                .contains(Guarantee.Promise.SUMS, Guarantee.Promise.CORE, Guarantee.Promise.STAND_ALONE);
    }

    @Test
    void a_preview_speaks_french() {
        PreviewShares.Answer answer = new PreviewShares().of(KOSOVO, Locale.FRENCH);

        assertThat(answer.shares().get(0).reason()).contains("AT paie").contains("36/53");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{} {}",
                "{\"items\":[]}",
                "{\"participants\":[],\"items\":[]}",
                "{\"participants\":{},\"items\":[]}",
                "{\"participants\":[\"FR\"],\"items\":[]}",
                "{\"participants\":[{\"party\":\"UK\",\"committed\":{}}],\"items\":[]}",
                "{\"participants\":[{\"party\":\"FR\"}],\"items\":[]}",
                "{\"participants\":[{\"party\":\"FR\",\"committed\":{\"returnees\":-1}}],\"items\":[]}",
                "{\"participants\":[{\"party\":\"FR\",\"committed\":{\"returnees\":1.5}}],\"items\":[]}",
                "{\"participants\":[{\"party\":\"FR\",\"committed\":{\"returnees\":9999999999}}],\"items\":[]}",
                "{\"participants\":[{\"party\":\"FR\",\"committed\":{},\"heads\":3}],\"items\":[]}",
                "{\"participants\":[],\"participants\":[],\"items\":[]}"
            })
    void what_is_no_input_is_refused(String text) {
        assertThatThrownBy(() -> CostJson.read(text)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":\"48,026.20\"→\"amount\":NaN",
                "\"amount\":\"48,026.20\"→\"amount\":\"NaN\"",
                "\"amount\":\"48,026.20\"→\"amount\":1e400",
                "\"amount\":\"48,026.20\"→\"amount\":48026.205",
                "\"amount\":\"48,026.20\"→\"amount\":true",
                "\"amount\":\"48,026.20\"→\"amount\":null",
                "\"amount\":\"48,026.20\"→\"amount\":92233720368547758.08",
                "\"currency\":\"EUR\"→\"currency\":\"XXX\"",
                "\"key\":\"PER_RETURNEE\"→\"key\":\"PER_HEAD\"",
                "\"key\":\"PER_RETURNEE\"→\"key\":\"PER_RETURNEE\",\"kee\":1",
                "\"payer\":\"AT\"→\"payer\":\"PL\"",
                "\"payer\":\"AT\"→\"payer\":7",
                "\"sharers\":[\"AT\",\"DE\",\"FR\",\"GB\",\"SE\"]→\"sharers\":[]",
                "\"sharers\":[\"AT\",\"DE\",\"FR\",\"GB\",\"SE\"]→\"sharers\":[\"AT\",\"AT\"]",
                "\"sharers\":[\"AT\",\"DE\",\"FR\",\"GB\",\"SE\"]→\"sharers\":\"AT\"",
                "{\"km\":168,\"aboard\":[\"GB\"]}→{\"km\":168,\"aboard\":[]}",
                "{\"km\":168,\"aboard\":[\"GB\"]}→{\"km\":0,\"aboard\":[\"GB\"]}",
                "\"version\":3→\"version\":0"
            })
    void an_input_with_one_thing_wrong_is_refused(String change) {
        int arrow = change.indexOf('→');
        String broken = KOSOVO.replace(change.substring(0, arrow), change.substring(arrow + 1));

        assertThat(broken).isNotEqualTo(KOSOVO);
        assertThatThrownBy(() -> new PreviewShares().of(broken, Locale.ENGLISH)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_conversion_that_does_not_give_the_amount_is_refused() {
        assertThatThrownBy(() -> CostJson.read(FULL.replace("46321.69", "46321.70")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("38,000.00 GBP");
    }

    @Test
    void the_refusal_names_the_field_for_programs_by_its_path_and_for_people_by_its_label() {
        assertThatThrownBy(() -> CostJson.read(KOSOVO.replace("\"returnees\":9", "\"returnees\":\"nine\"")))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("participants[3].committed.returnees"))
                .hasMessageStartingWith("Returnees of GB cannot be “nine”.");
    }
}
