package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {

    @Test
    void a_state_is_named_by_its_code_however_it_is_typed_and_so_is_frontex() {
        assertThat(Party.named("invited", " fr ")).isEqualTo(new Party("FR"));
        assertThat(Party.named("invited", "fx")).isEqualTo(Party.FRONTEX);
        assertThat(Party.named("permitState", "xk").name(Locale.ENGLISH)).isEqualTo("Kosovo");
        assertThat(Party.FRONTEX.isFrontex()).isTrue();
        assertThat(new Party("FR").isFrontex()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "FRA", "F1", "1R", "É1", "ÀB", "AÀ", "@A", "A[", ""})
    void what_is_not_two_letters_is_no_party(String typed) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Party.named("invited", typed))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("invited");
                    assertThat(refusal.value()).isEqualTo(typed);
                    assertThat(refusal.code()).isEqualTo("common.party.code");
                });
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new Party(typed))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("common.party.code"));
    }

    @Test
    void two_letters_of_no_state_are_not_taken_from_anybody_but_stay_on_record() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Party.named("invited", "QQ"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("invited"))
                .withMessageContaining("cannot be “QQ”. Enter the state's two-letter ISO code in capitals");
        assertThat(new Party("YU")).hasToString("YU");
        assertThat(new Party("AZ")).hasToString("AZ");
        assertThat(new Party("ZA")).hasToString("ZA");
    }

    @ParameterizedTest
    @CsvSource({"UK, GB", "uk, GB", "EL, GR"})
    void a_customary_code_is_answered_with_the_one_that_is_meant(String typed, String iso) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Party.named("party", typed))
                .withMessage("Party cannot be “" + typed + "”. The ISO code of that state is " + iso + ".");
    }

    @Test
    void a_party_is_called_by_its_name_in_the_readers_language() {
        assertThat(new Party("DE").name(Locale.ENGLISH)).isEqualTo("Germany");
        assertThat(new Party("DE").name(Locale.FRENCH)).isEqualTo("Allemagne");
        assertThat(Party.FRONTEX.name(Locale.FRENCH)).isEqualTo("Frontex");
    }
}
