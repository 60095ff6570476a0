package org.jointflights.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money EURO = Money.euro(100);
    private static final Money POUND = new Money(100, Currency.getInstance("GBP"));

    @Test
    void amounts_in_different_currencies_are_neither_added_nor_compared() {
        assertThatIllegalArgumentException().isThrownBy(() -> EURO.plus(POUND)).withMessage("cannot mix EUR and GBP");
        assertThatIllegalArgumentException().isThrownBy(() -> POUND.minus(EURO)).withMessage("cannot mix GBP and EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EURO.compareTo(POUND))
                .withMessage("cannot mix EUR and GBP");
    }

    @Test
    void an_amount_beyond_what_can_be_counted_is_no_amount() {
        Money most = Money.euro(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Money.euro(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(Money.euro(2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothing_is_written_without_a_sign() {
        assertThat(Money.euro(0).in(Locale.ENGLISH)).isEqualTo("0.00 EUR");
        assertThat(Money.euro(-1).in(Locale.ENGLISH)).isEqualTo("-0.01 EUR");
        assertThat(Money.euro(-1).isZero()).isFalse();
    }
}
