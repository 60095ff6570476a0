package org.jointflights.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {

    private static final Currency GBP = Currency.getInstance("GBP");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "193,800.00",
                "193 800,00",
                "193.800,00",
                "193800",
                "193800.00",
                "193800,0",
                "193\u00A0800,00",
                "193\u202F800,00",
                "193\u2009800,00",
                "193\u2007800.00",
                "193'800.00",
                "193’800",
                "193 800",
                "  193800 ",
                "+193800",
                "193,800.00 EUR",
                "EUR 193,800.00",
                "€193,800.00",
                "193 800,00 €",
                "193\u202F800,00\u00A0EUR"
            })
    void one_amount_typed_in_many_ways(String typed) {
        assertThat(MoneyText.parse("amount", typed, Money.EUR)).isEqualTo(Money.euro(193_800_00));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0.01|1",
                "0,5|50",
                "-1,234.50|-123450",
                "−12|-1200",
                "1.234.567|123456700",
                "1,234,567.8|123456780",
                "12.5|1250",
                "1234.50|123450",
                "007|700",
                "92233720368547758.07|9223372036854775807",
                "-92233720368547758.07|-9223372036854775807",
            })
    void each_figure_becomes_its_cents(String typed, long cents) {
        assertThat(MoneyText.parse("amount", typed, Money.EUR).minor()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "193,800|money.ambiguous",
                "193.800|money.ambiguous",
                "1,234|money.ambiguous",
                "1938.000,00|money.groups",
                "1,23,456.00|money.groups",
                "12 34|money.groups",
                "1 234 56|money.groups",
                "1.234,567.00|money.groups",
                "1,234 567|money.groups",
                "1.2.3|money.groups",
                "0.123|money.decimals",
                "12345.678|money.decimals",
                "10.001|money.ambiguous",
                "100000.005|money.decimals",
                "92233720368547758.08|money.tooLarge",
                "-92233720368547758.08|money.tooLarge",
                "999999999999999999999|money.tooLarge",
                "NaN|money.notANumber",
                "Infinity|money.notANumber",
                "1e5|money.notANumber",
                "12..5|money.groups",
                ".50|money.notANumber",
                "50.|money.notANumber",
                "(50)|money.notANumber",
                "--5|money.notANumber",
                "twelve|money.notANumber",
                "٣٤|money.notANumber",
                "100 GBP|money.currency.other",
                "£100|money.currency.other",
                "USD 100|money.currency.other",
            })
    void what_cannot_be_taken_is_refused_with_its_reason(String typed, String code) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", typed, Money.EUR))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo("amount");
                    assertThat(refusal.getMessage()).contains(typed).startsWith("Amount");
                    assertThat(refusal.sentence(Locale.FRENCH)).contains(typed).startsWith("Montant");
                });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u00A0"})
    void nothing_typed_is_refused(String typed) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", typed, Money.EUR))
                .withMessage("Amount is empty. Enter an amount, for example 1250.50.");
    }

    @Test
    void an_ambiguous_amount_is_answered_with_both_readings() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "193,800", Money.EUR))
                .withMessage("Amount “193,800” can be read in two ways. Enter 193800.00 or 193.80.");
    }

    /** Both ways that are named are read as they say, in currencies with three decimals, two and none. */
    @Test
    void what_is_named_instead_of_an_ambiguous_amount_is_right() {
        assertAmbiguous("KWD", "Amount “1.234” can be read in two ways. Enter 1234.000 or 1.2340.", 1_234_000, 1_234);
        assertAmbiguous("EUR", "Amount “1.234” can be read in two ways. Enter 1234.00 or 1.23.", 1_234_00, 1_23);
        assertAmbiguous(
                "JPY", "Amount “1.234” can be read in two ways. An amount in JPY has no decimals: enter 1234.", 1_234);
    }

    private static void assertAmbiguous(String code, String said, long... minor) {
        Currency currency = Currency.getInstance(code);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "1.234", currency))
                .withMessage(said);
        String[] ways =
                said.substring(said.lastIndexOf("nter ") + 5, said.length() - 1).split(" or ");
        assertThat(ways).hasSize(minor.length);
        for (int i = 0; i < ways.length; i++) {
            assertThat(MoneyText.parse("amount", ways[i], currency).minor()).isEqualTo(minor[i]);
        }
    }

    @Test
    void a_long_text_is_refused_without_repeating_it_whole() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "9".repeat(10_000), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void sixty_characters_are_read_and_shown_and_not_one_more() {
        String sixty = "0".repeat(59) + "7";
        String letters = "a".repeat(60);

        assertThat(MoneyText.parse("amount", sixty, Money.EUR)).isEqualTo(Money.euro(700));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "0" + sixty, Money.EUR))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo("0" + sixty.substring(0, 59) + "…"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", letters, Money.EUR))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo(letters));
    }

    @Test
    void who_types_too_much_is_told_the_largest_amount() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "92233720368547758.08", Money.EUR))
                .withMessageContaining("92233720368547758.07");
    }

    @Test
    void a_number_is_written_out_up_to_sixty_digits_before_and_after_the_point() {
        assertThat(MoneyText.of("amount", new BigDecimal("7." + "0".repeat(60)), Money.EUR))
                .isEqualTo(Money.euro(700));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("7." + "0".repeat(61)), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("money.tooLarge"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("6E+59"), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo("6" + "0".repeat(59)));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("6E+60"), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo("6E+60"));
    }

    @Test
    void decimals_follow_the_currency() {
        Currency yen = Currency.getInstance("JPY");
        Currency dinar = Currency.getInstance("KWD");
        assertThat(MoneyText.parse("amount", "1500", yen)).isEqualTo(new Money(1500, yen));
        assertThat(MoneyText.parse("amount", "0.125", dinar)).isEqualTo(new Money(125, dinar));
        assertThat(MoneyText.parse("amount", "14,180.00 GBP", GBP)).isEqualTo(new Money(1_418_000, GBP));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.parse("amount", "15.5", yen))
                .withMessage("Amount cannot be “15.5”. An amount in JPY has at most 0 decimals.");
    }

    @Test
    void a_number_that_came_as_such_is_held_to_the_same_limits() {
        assertThat(MoneyText.of("amount", new BigDecimal("89576.3900"), Money.EUR))
                .isEqualTo(Money.euro(89_576_39));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("89576.395"), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("money.decimals"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("1E+999999999"), Money.EUR))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("money.tooLarge"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MoneyText.of("amount", new BigDecimal("1E-999999999"), Money.EUR));
    }

    @Test
    void what_is_written_can_be_typed_again() {
        assertThat(MoneyText.format(Money.euro(193_800_00), Locale.ENGLISH)).isEqualTo("193,800.00 EUR");
        assertThat(MoneyText.format(Money.euro(-193_800_00), Locale.FRENCH)).isEqualTo("-193\u202F800,00\u00A0EUR");
        assertThat(MoneyText.format(new Money(7, Currency.getInstance("JPY")), Locale.ENGLISH))
                .isEqualTo("7 JPY");
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Money money = Money.euro(random.nextLong() >> random.nextInt(63));
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
                assertThat(MoneyText.parse("amount", MoneyText.format(money, language), Money.EUR))
                        .isEqualTo(money);
            }
        }
    }

    @Test
    void only_currencies_of_the_list_are_known() {
        assertThat(Currencies.of("currency", "GBP")).isEqualTo(GBP);
        assertThat(Currencies.of("currency", "HRK").getCurrencyCode()).isEqualTo("HRK");
        assertThat(Currencies.recorded("currency", "DEM").getCurrencyCode()).isEqualTo("DEM");
        for (String code : new String[] {"gbp", "XYZ", "XXX", "", "EURO", "DEM", "FRF", "XAU"}) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> Currencies.of("currency", code))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("money.currency.unknown"));
        }
    }
}
