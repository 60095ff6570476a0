package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.settlement.SomeAccounts.GB;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A share is shown as it is stored, and as nothing where what is stored is no figure. */
class PostedShareTest {

    @Test
    void a_share_shows_the_figures_it_is_posted_with() {
        PostedShare share = share("11620000/54", "12/54");

        assertThat(share.posted()).isEqualTo(Money.euro(215_185));
        assertThat(share.exact()).isEqualTo(BigFraction.of(11_620_000, 54));
        assertThat(share.part()).isEqualTo(BigFraction.of(12, 54));
        assertThat(share.weight()).isEqualTo(BigInteger.valueOf(12));
        assertThat(share.reason(Locale.ENGLISH)).isEqualTo("by seats");
    }

    @Test
    void a_whole_figure_needs_no_denominator_and_a_credit_is_below_zero() {
        PostedShare share = share("-2000", "3");

        assertThat(share.exact()).isEqualTo(BigFraction.of(-2000));
        assertThat(share.part()).isEqualTo(BigFraction.of(3));
        assertThat(share.weight()).isEqualTo(BigInteger.valueOf(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/0", "1/00", "one half", "1/", "1/-2"})
    void what_is_no_fraction_is_shown_as_zero(String stored) {
        assertThat(share(stored, stored).exact()).isEqualTo(BigFraction.ZERO);
        assertThat(share(stored, stored).part()).isEqualTo(BigFraction.ZERO);
        assertThat(share(stored, stored).weight()).isEqualTo(BigInteger.ZERO);
    }

    private static PostedShare share(String exact, String weights) {
        Posting posting = new Posting(
                1,
                1,
                1L,
                null,
                Fund.NATIONAL,
                Posting.Kind.SHARE,
                GB,
                Money.euro(-215_185),
                exact,
                weights,
                Sentence.of("common.said", "by seats"),
                null);
        return new PostedShare(1, GB, Money.euro(968_332), List.of(posting));
    }
}
