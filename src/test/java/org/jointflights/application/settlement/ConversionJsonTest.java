package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.junit.jupiter.api.Test;

class ConversionJsonTest {

    @Test
    void a_conversion_is_read_as_it_was_written_to_the_last_digit_of_its_rate() {
        Currency pound = Currency.getInstance("GBP");
        ExchangeRate rate = new ExchangeRate(pound, new BigDecimal("0.78000"), YearMonth.of(2015, 4), "InforEuro");
        Conversion conversion =
                new Conversion(new Money(7_800, pound), Money.euro(10_000), RateRule.MONTH_OF_FLIGHT, List.of(rate));

        String json = ConversionJson.write(conversion);

        assertThat(json).contains("\"0.78000\"");
        assertThat(ConversionJson.read(json)).isEqualTo(conversion);
    }

    @Test
    void what_nobody_wrote_is_not_read() {
        assertThatThrownBy(() -> ConversionJson.read("{"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stored conversion is damaged");
    }
}
