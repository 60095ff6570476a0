package org.jointflights.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final YearMonth MARCH = YearMonth.of(2016, 3);
    private static final RateRule.Dates FLOWN_IN_MARCH = RateRule.Dates.ofFlight(LocalDate.of(2016, 3, 17));

    private static ExchangeRate gbp(String rate, YearMonth month) {
        return new ExchangeRate(GBP, new BigDecimal(rate), month, "InforEuro");
    }

    private static Money converted(Money amount, ExchangeRate... rates) throws RateMissing {
        return new ExchangeRates(List.of(rates))
                .toEuro(amount, RateRule.MONTH_OF_FLIGHT, FLOWN_IN_MARCH)
                .after();
    }

    /** The golden cases of 38,000.00 GBP and of scenario A. */
    @ParameterizedTest
    @CsvSource({
        "3800000, 0.904, 4203540",
        "3800000, 0.8616, 4410399",
        "3800000, 0.87058, 4364906",
        "3800000, 0.85628, 4437801",
        "1418000, 0.7800, 1817949",
        "-1418000, 0.7800, -1817949",
        "1, 2, 1",
        "-1, 2, -1",
        "1, 2.000001, 0",
        "0, 0.9, 0"
    })
    void pounds_become_euro_half_up_to_the_cent(long pence, String rate, long cents) throws RateMissing {
        assertThat(converted(new Money(pence, GBP), gbp(rate, MARCH))).isEqualTo(Money.euro(cents));
    }

    /** 500 and 1000 tolar at 239.640, as the euro pages of Slovenia give them. */
    @ParameterizedTest
    @CsvSource({"50000, 209", "100000, 417"})
    void tolar_become_euro(long stotins, long cents) throws RateMissing {
        Currency tolar = Currency.getInstance("SIT");
        ExchangeRate rate = new ExchangeRate(tolar, new BigDecimal("239.640"), MARCH, "Euro law");
        assertThat(converted(new Money(stotins, tolar), rate)).isEqualTo(Money.euro(cents));
    }

    @Test
    void a_currency_without_decimals_is_converted_in_its_own_units() throws RateMissing {
        Currency yen = Currency.getInstance("JPY");
        ExchangeRate rate = new ExchangeRate(yen, new BigDecimal("125"), MARCH, "InforEuro");
        assertThat(converted(new Money(1000, yen), rate)).isEqualTo(Money.euro(800));
    }

    @Test
    void euro_stay_what_they_are() throws RateMissing {
        Conversion conversion =
                new ExchangeRates(List.of()).toEuro(Money.euro(77), RateRule.MONTH_OF_FLIGHT, FLOWN_IN_MARCH);
        assertThat(conversion.after()).isEqualTo(Money.euro(77));
        assertThat(conversion.rates()).isEmpty();
    }

    @Test
    void the_rule_names_the_month() throws RateMissing {
        ExchangeRates rates = new ExchangeRates(List.of(
                gbp("0.5", MARCH),
                gbp("0.8", MARCH.plusMonths(1)),
                gbp("1", MARCH.plusMonths(2)),
                gbp("2", MARCH.plusMonths(3))));
        RateRule.Dates dates = new RateRule.Dates(
                LocalDate.of(2016, 4, 30),
                LocalDate.of(2016, 3, 17),
                LocalDate.of(2016, 5, 1),
                MARCH,
                MARCH.plusMonths(2));
        Money pounds = new Money(46_00, GBP);
        assertThat(rates.toEuro(pounds, RateRule.MONTH_OF_FLIGHT, dates).after())
                .isEqualTo(Money.euro(92_00));
        assertThat(rates.toEuro(pounds, RateRule.MONTH_OF_PAYMENT, dates).after())
                .isEqualTo(Money.euro(57_50));
        assertThat(rates.toEuro(pounds, RateRule.MONTH_OF_CLAIM, dates).after()).isEqualTo(Money.euro(46_00));
        Conversion average = rates.toEuro(pounds, RateRule.PERIOD_AVERAGE, dates);
        assertThat(average.after()).isEqualTo(Money.euro(60_00));
        assertThat(average.rates())
                .extracting(ExchangeRate::month)
                .containsExactly(MARCH, MARCH.plusMonths(1), MARCH.plusMonths(2));
        assertThat(average.before()).isEqualTo(pounds);
        assertThat(average.rule()).isEqualTo(RateRule.PERIOD_AVERAGE);
    }

    @Test
    void a_missing_rate_stops_and_says_what_to_enter() {
        assertThatExceptionOfType(RateMissing.class)
                .isThrownBy(() -> converted(new Money(1, GBP), gbp("0.8", MARCH.plusMonths(1))))
                .withMessage(
                        "The rate of GBP for 2016-03 is not known. Enter how many GBP one euro bought in that month, and the"
                                + " source.")
                .satisfies(missing -> {
                    assertThat(missing.currency()).isEqualTo(GBP);
                    assertThat(missing.month()).isEqualTo(MARCH);
                });
    }

    @Test
    void bad_rates_are_refused() {
        assertRefused("money.rate.positive", () -> gbp("0", MARCH));
        assertRefused("money.rate.positive", () -> gbp("-0.8", MARCH));
        assertRefused("money.rate.digits", () -> gbp("0.1234567890123", MARCH));
        assertRefused("money.rate.digits", () -> gbp("1E+13", MARCH));
        assertRefused("money.rate.euro", () -> new ExchangeRate(Money.EUR, BigDecimal.ONE, MARCH, "x"));
        assertRefused("money.rate.source", () -> new ExchangeRate(GBP, BigDecimal.ONE, MARCH, " "));
        assertRefused("money.rate.twice", () -> new ExchangeRates(List.of(gbp("0.8", MARCH), gbp("0.9", MARCH))));
        assertRefused(
                "money.rate.date",
                () -> new ExchangeRates(List.of()).toEuro(new Money(1, GBP), RateRule.MONTH_OF_CLAIM, FLOWN_IN_MARCH));
        assertRefused(
                "money.rate.period",
                () -> new ExchangeRates(List.of())
                        .toEuro(
                                new Money(1, GBP),
                                RateRule.PERIOD_AVERAGE,
                                new RateRule.Dates(null, null, null, MARCH, MARCH.minusMonths(1))));
        assertRefused("money.tooLarge", () -> converted(new Money(Long.MAX_VALUE, GBP), gbp("0.5", MARCH)));
    }

    @Test
    void a_rate_has_up_to_twelve_digits_before_and_after_the_point() {
        assertThat(gbp("0.123456789012", MARCH).unitsPerEuro()).isEqualByComparingTo("0.123456789012");
        assertThat(gbp("123456789012", MARCH).unitsPerEuro()).isEqualByComparingTo("123456789012");
        assertRefused("money.rate.digits", () -> gbp("1234567890123", MARCH));
    }

    @Test
    void a_conversion_is_known_by_the_months_of_its_rates() throws RateMissing {
        ExchangeRates rates = new ExchangeRates(List.of(gbp("0.8", MARCH), gbp("0.8", MARCH.plusMonths(1))));
        Conversion pounds = rates.toEuro(new Money(100, GBP), RateRule.MONTH_OF_FLIGHT, FLOWN_IN_MARCH);
        Conversion euro = rates.toEuro(Money.euro(100), RateRule.MONTH_OF_FLIGHT, FLOWN_IN_MARCH);
        RateRule.Dates postponed = RateRule.Dates.ofFlight(LocalDate.of(2016, 4, 1));

        assertThat(pounds.isOf(FLOWN_IN_MARCH)).isTrue();
        assertThat(pounds.isOf(postponed)).isFalse();
        assertThat(euro.isOf(postponed)).as("euro need no rate").isTrue();
    }

    @Test
    void a_conversion_that_does_not_add_up_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(
                        new Money(100, GBP), Money.euro(126), RateRule.MONTH_OF_FLIGHT, List.of(gbp("0.8", MARCH))));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(act).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.sentence(Locale.FRENCH)).isNotBlank();
        });
    }
}
