package org.jointflights.web.settlement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.settlement.Posting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an account number missing, or none that a treasury has, the application does not start. */
class JournalAccountsTest {

    private final Map<Fund, String> clearing = new EnumMap<>(Fund.class);
    private final Map<Posting.Kind, String> counter = new EnumMap<>(Posting.Kind.class);

    JournalAccountsTest() {
        for (Fund fund : Fund.values()) {
            clearing.put(fund, "46");
        }
        for (Posting.Kind kind : Posting.Kind.values()) {
            counter.put(kind, "62");
        }
    }

    @Test
    void every_fund_and_every_kind_of_posting_needs_a_number() {
        counter.remove(Posting.Kind.WAIVER);

        assertThatThrownBy(() -> new JournalAccounts(clearing, counter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jointflights.journal.counter.WAIVER=null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=1+1", "46,70", "123456789012345678901"})
    void a_number_is_letters_and_digits(String number) {
        clearing.put(Fund.FRONTEX, number);

        assertThatThrownBy(() -> new JournalAccounts(clearing, counter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jointflights.journal.clearing.FRONTEX=" + number);
    }
}
