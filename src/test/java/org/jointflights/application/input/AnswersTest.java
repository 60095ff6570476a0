package org.jointflights.application.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource({"0, \\u0000", "1b, \\u001b", "7f, \\u007f", "85, \\u0085", "d800, \\ud800"})
    void what_no_keyboard_types_is_refused_and_shown_by_its_number(String sign, String shown) {
        String typed = "x".repeat(500) + " a" + (char) Integer.parseInt(sign, 16) + "b " + "y".repeat(400);

        BadInput refused =
                catchThrowableOfType(BadInput.class, () -> new Answers(Map.of("reason", typed)).optionalText("reason"));

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
        BadInput refused =
                catchThrowableOfType(BadInput.class, () -> new Answers(Map.of("causedBy", typed)).party("causedBy"));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo("causedBy");
        assertThat(refused.sentence(Locale.ENGLISH)).contains(typed.equals("EL") ? "GR" : "");
    }

    @Test
    void a_state_in_small_letters_and_frontex_are_parties() {
        assertThat(new Answers(Map.of("parties", "gb, gr fx")).parties("parties"))
                .containsExactly(Party.FRONTEX, new Party("GB"), new Party("GR"));
    }

    @Test
    void a_reason_may_have_lines_tabs_and_signs_of_every_script() {
        String typed = "1.\tRefused\r\n2.\tЯ 漢 𝄞 é";

        assertThat(new Answers(Map.of("reason", typed)).text("reason")).isEqualTo(typed);
    }
}
