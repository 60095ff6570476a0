package org.jointflights.application.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFieldsTest {

    @ParameterizedTest
    @CsvSource({"0, \\u0000", "1b, \\u001b", "7f, \\u007f", "85, \\u0085", "d800, \\ud800"})
    void what_no_keyboard_types_is_refused_and_shown_by_its_number(String sign, String shown) {
        String typed = "x".repeat(500) + " a" + (char) Integer.parseInt(sign, 16) + "b " + "y".repeat(400);

        BadInput refused = catchThrowableOfType(
                BadInput.class, () -> new TypedFields(Map.of("reason", typed)).optionalRemark("reason"));

        assertThat(refused.sentence(Locale.ENGLISH))
                .isEqualTo("Reason cannot be “" + "x".repeat(18) + " a" + shown + "b " + "y".repeat(17)
                        + "”. It holds what no keyboard types, shown here by its number; leave that out.");
        assertThat(refused.value()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "zz, common.party.code",
        "EU, common.party.code",
        "FRA, common.party.code",
        "'', common.missing",
        "uk, common.party.notIso",
        "EL, common.party.notIso"
    })
    void what_is_no_state_is_no_party(String typed, String code) {
        BadInput refused = catchThrowableOfType(
                BadInput.class, () -> new TypedFields(Map.of("causedBy", typed)).party("causedBy"));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo("causedBy");
        assertThat(refused.sentence(Locale.ENGLISH)).contains(typed.equals("EL") ? "GR" : "");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "YES, true", "no, false", "No, false"})
    void a_question_is_answered_with_yes_or_no(String typed, boolean yes) {
        assertThat(new TypedFields(Map.of("answerFinal", typed)).yes("answerFinal"))
                .isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Final answer is empty. Fill it in.",
        "perhaps, 'Final answer cannot be “perhaps”. Choose one of: yes, no.'",
        "1, 'Final answer cannot be “1”. Choose one of: yes, no.'"
    })
    void what_is_neither_yes_nor_no_is_taken_for_neither(String typed, String sentence) {
        TypedFields answers = new TypedFields(Map.of("answerFinal", typed));

        BadInput refused = catchThrowableOfType(BadInput.class, () -> answers.yes("answerFinal"));

        assertThat(refused.sentence(Locale.ENGLISH)).isEqualTo(sentence);
    }

    @Test
    void figures_for_parties_are_read_one_by_one() {
        Map<Party, TypedFields> typed =
                new TypedFields(Map.of("caps", "fr 1,500.00; GB: 2 000,00; ;ES=7;")).byParty("caps");

        assertThat(typed.keySet()).containsExactly(new Party("ES"), new Party("FR"), new Party("GB"));
        assertThat(typed.get(new Party("FR")).money("caps", Money.EUR)).isEqualTo(Money.euro(150_000));
        assertThat(typed.get(new Party("GB")).money("caps", Money.EUR)).isEqualTo(Money.euro(200_000));
        assertThat(new TypedFields(Map.of()).byParty("caps")).isEmpty();
        refusal(BadInput.class, "common.byParty", () -> new TypedFields(Map.of("caps", "FR")).byParty("caps"));
        refusal(
                BadInput.class,
                "costs.party.repeated",
                () -> new TypedFields(Map.of("caps", "FR 1; fr 2")).byParty("caps"));
    }

    @Test
    void a_state_in_small_letters_and_frontex_are_parties() {
        assertThat(new TypedFields(Map.of("parties", "gb, gr fx")).parties("parties"))
                .containsExactly(Party.FRONTEX, new Party("GB"), new Party("GR"));
    }

    @Test
    void a_reason_may_have_lines_tabs_and_signs_of_every_script() {
        String typed = "1.\tRefused\r\n2.\tЯ 漢 𝄞 é";

        assertThat(new TypedFields(Map.of("reason", typed)).remark("reason")).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"a, \\u000a", "d, \\u000d", "9, \\u0009"})
    void a_name_stands_on_one_line(String sign, String shown) {
        BadInput refused =
                refusedAsLine("Red Cross" + Character.toString(Integer.parseInt(sign, 16)) + "Total: 1.00 EUR");

        assertThat(refused.sentence(Locale.ENGLISH))
                .isEqualTo(
                        "Monitor cannot be “Red Cross" + shown
                                + "Total: 1.00 EUR”. It stands on one line; leave out line breaks and tabs, shown here by their numbers.");
        assertThat(refused.sentence(Locale.FRENCH)).contains(shown, "tient sur une ligne");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "202a", "202e", "2066", "2069", "200e", "200f", "61c", "200b", "2028", "2029", "2060", "feff", "3164",
                "e0041", "180e"
            })
    void signs_that_nobody_sees_or_that_turn_the_text_around_are_refused_everywhere(String sign) {
        String typed = "Air" + Character.toString(Integer.parseInt(sign, 16)) + "One";

        for (BadInput refused : List.of(refusedAsLine(typed), refusedAsRemark(typed))) {
            assertThat(refused.code()).isEqualTo("common.hiddenCharacter");
            assertThat(refused.sentence(Locale.ENGLISH))
                    .contains(String.format("Air\\u%4sOne", sign).replace(' ', '0'), "signs that nobody sees");
            assertThat(refused.sentence(Locale.FRENCH)).contains("des signes que personne ne voit");
        }
    }

    @Test
    void accents_piled_up_until_they_cover_the_line_above_are_refused() {
        assertThat(refusedAsLine("Z" + "\u030d".repeat(40) + "algo").code()).isEqualTo("common.hiddenCharacter");
        // Two on one letter, as Vietnamese is written with each accent by itself.
        assertThat(new TypedFields(Map.of("monitor", "Nguye\u0302\u0303n")).text("monitor"))
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00ad", "200c", "200d"})
    void what_some_scripts_need_within_words_may_stand_in_a_reason_and_not_in_a_name(String sign) {
        String typed = "\u0645\u06cc" + (char) Integer.parseInt(sign, 16) + "\u062e\u0648\u0627\u0647\u0645";

        assertThat(new TypedFields(Map.of("reason", typed)).remark("reason")).isEqualTo(typed);
        assertThat(refusedAsLine(typed).code()).isEqualTo("common.hiddenCharacter");
    }

    @Test
    void names_as_europe_writes_them_pass() {
        String typed = "Défenseur des droits – « Médiateur » n° 1 000, Ελλάδα, България, Łódź, O’Neill & Söhne (GmbH)";

        assertThat(new TypedFields(Map.of("monitor", " " + typed + "\n")).text("monitor"))
                .isEqualTo(typed);
    }

    private static BadInput refusedAsLine(String typed) {
        return catchThrowableOfType(BadInput.class, () -> new TypedFields(Map.of("monitor", typed)).text("monitor"));
    }

    private static BadInput refusedAsRemark(String typed) {
        return catchThrowableOfType(BadInput.class, () -> new TypedFields(Map.of("reason", typed)).remark("reason"));
    }
}
