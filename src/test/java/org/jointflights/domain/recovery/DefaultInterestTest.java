package org.jointflights.domain.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class DefaultInterestTest {

    private static final LocalDate DUE = LocalDate.of(2027, 7, 16);

    private static ReferenceRate rate(String percent) {
        return new ReferenceRate(YearMonth.of(2027, 7), new BigDecimal(percent), "OJ C");
    }

    /** 350.00 × 5.65 % × 30 ÷ 365 = 1.6253…, by hand. */
    @Test
    void a_late_payment_bears_the_reference_rate_of_the_month_and_three_and_a_half_points() {
        DefaultInterest interest = DefaultInterest.of(Money.euro(350_00), DUE, DUE.plusDays(30), rate("2.15"));

        assertThat(interest.days()).isEqualTo(30);
        assertThat(interest.percent()).isEqualByComparingTo("5.65");
        assertThat(interest.exact()).isEqualTo(BigFraction.of(350_00L * 565 * 30, 365 * 100 * 100));
        assertThat(interest.amount()).isEqualTo(Money.euro(1_63));
    }

    @Test
    void nothing_is_borne_up_to_the_last_day_and_from_the_next_on_it_grows() {
        assertThat(DefaultInterest.of(Money.euro(1_000_000_00), DUE, DUE, rate("2.15")))
                .isEqualTo(DefaultInterest.none(Money.euro(0)));
        assertThat(DefaultInterest.of(Money.euro(1_000_000_00), DUE, DUE.minusDays(3), rate("2.15"))
                        .amount())
                .isEqualTo(Money.euro(0));
        assertThat(DefaultInterest.of(Money.euro(36_500_00), DUE, DUE.plusDays(1), rate("6.5"))
                        .amount())
                .isEqualTo(Money.euro(10_00));
    }

    @Test
    void a_year_is_365_days_in_a_leap_year_too() {
        LocalDate due = LocalDate.of(2027, 7, 31);
        assertThat(DefaultInterest.of(Money.euro(100_00), due, LocalDate.of(2028, 7, 31), rate("1.5"))
                        .amount())
                .as("366 days, of which one is 29 February")
                .isEqualTo(Money.euro(5_01));
    }

    @Test
    void it_is_exact_and_rounded_once_whatever_amount_rate_and_days() {
        Random random = new Random(99);
        for (int run = 0; run < 5_000; run++) {
            long cents = random.nextLong(10_000_000_000L);
            int days = random.nextInt(4_000) - 300;
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(80_000), 4);
            DefaultInterest interest =
                    DefaultInterest.of(Money.euro(cents), DUE, DUE.plusDays(days), rate(percent.toPlainString()));

            BigDecimal expected = BigDecimal.valueOf(cents)
                    .multiply(percent.add(new BigDecimal("3.5")))
                    .multiply(BigDecimal.valueOf(Math.max(0, days)))
                    .divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP);
            assertThat(interest.amount().minor()).isEqualTo(expected.longValueExact());
        }
    }

    @Test
    void the_rate_of_another_month_is_not_taken_for_it() {
        assertThatThrownBy(() -> DefaultInterest.of(
                        Money.euro(1), LocalDate.of(2027, 8, 1), LocalDate.of(2027, 9, 1), rate("2.15")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in 2027-07");
    }

    @Test
    void a_rate_below_zero_above_a_hundred_too_fine_or_without_a_source_is_refused() {
        for (String percent : new String[] {"-0.1", "100.01", "2.15001"}) {
            assertThatThrownBy(() -> rate(percent)).as(percent).isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> new ReferenceRate(YearMonth.of(2027, 7), BigDecimal.ONE, " "))
                .isInstanceOf(BadInput.class);
        assertThat(rate("0").day()).isEqualTo(LocalDate.of(2027, 7, 1));
    }
}
