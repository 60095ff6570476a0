package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jointflights.domain.flight.SomeFlight.NOW;
import static org.jointflights.domain.flight.SomeFlight.REFERENCE;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.CarrierQuote.FeePercents;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** An organiser takes any quote that is big enough; one that is not the cheapest of its kind for a reason. */
class CarrierQuotesTest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final CarrierQuote SMALL = quote(1, "Small Air", Money.euro(50), 59);
    private static final CarrierQuote CHEAP = quote(2, "Cheap Air", Money.euro(99), 60);
    private static final CarrierQuote DEAR = quote(3, "Dear Air", Money.euro(100), 200);
    private static final CarrierQuotes QUOTES = new CarrierQuotes(List.of(SMALL, CHEAP, DEAR));

    @Test
    void the_cheapest_quote_with_enough_seats_is_taken_without_a_reason() {
        assertThat(QUOTES.choose(2, 60, null)).isEqualTo(CHEAP.chosen(null));
        assertThat(QUOTES.choose(1, 59, null)).isEqualTo(SMALL.chosen(null));
        assertThat(QUOTES.choose(3, 61, null))
                .as("the only one that is big enough")
                .isEqualTo(DEAR.chosen(null));
    }

    @Test
    void of_two_at_one_price_either_is_taken_without_a_reason() {
        CarrierQuote same = quote(4, "Same Air", Money.euro(99), 60);
        CarrierQuotes both = new CarrierQuotes(List.of(CHEAP, same));

        assertThat(both.choose(2, 60, null).isChosen()).isTrue();
        assertThat(both.choose(4, 60, null).isChosen()).isTrue();
    }

    @Test
    void a_dearer_quote_is_taken_for_a_reason() {
        assertThat(QUOTES.choose(3, 60, "It flies at night.")).isEqualTo(DEAR.chosen("It flies at night."));
        assertRefused(
                () -> QUOTES.choose(3, 60, null),
                "reason",
                "Reason is empty. Dear Air is not the cheapest quote, Cheap Air is; say why it is chosen.");
    }

    @Test
    void quotes_in_several_currencies_cannot_be_compared_so_that_each_needs_a_reason() {
        CarrierQuote pounds = quote(4, "Pound Air", new Money(1, POUND), 200);
        CarrierQuotes mixed = new CarrierQuotes(List.of(CHEAP, pounds));

        assertRefused(
                () -> mixed.choose(2, 60, null),
                "reason",
                "Reason is empty. The quotes are in several currencies and cannot be compared; say why Cheap Air is chosen.");
        assertRefused(
                () -> mixed.choose(4, 60, null),
                "reason",
                "Reason is empty. The quotes are in several currencies and cannot be compared; say why Pound Air is chosen.");
        assertThat(mixed.choose(4, 60, "The rate is good.")).isEqualTo(pounds.chosen("The rate is good."));
        assertThat(new CarrierQuotes(List.of(pounds)).choose(4, 60, null).isChosen())
                .as("alone, it need not be compared")
                .isTrue();
    }

    @Test
    void an_aircraft_that_is_too_small_is_not_taken_for_any_reason() {
        assertRefused(
                () -> QUOTES.choose(1, 60, "It is cheap."),
                "quote",
                "Quote cannot be “Small Air”: its aircraft has 59 seats and 60 are declared.");
    }

    @Test
    void what_was_never_quoted_is_not_taken() {
        assertRefused(
                () -> QUOTES.choose(4, 60, null),
                "quote",
                "Quote cannot be “4”. Choose one of the 3 quotes in the table.");
    }

    @Test
    void those_that_were_taken_are_told_from_the_others() {
        assertThat(QUOTES.chosen()).isEmpty();
        assertThat(new CarrierQuotes(List.of(SMALL, CHEAP.chosen(null), DEAR)).chosen())
                .containsExactly(CHEAP.chosen(null));
    }

    @Test
    void the_plan_shows_the_reason_that_was_typed_or_that_the_quote_was_the_cheapest() {
        assertThat(DEAR.chosen("It flies at night.").because())
                .isEqualTo(Sentence.of("common.said", "It flies at night."));
        assertThat(CHEAP.chosen(null).because()).isEqualTo(Sentence.of("overview.plan.cheapest"));
        assertThat(CHEAP.because()).isNull();
    }

    @Test
    void a_quote_keeps_when_it_was_put_on_record() {
        assertThat(CHEAP.entered()).isNull();
        assertThat(CHEAP.entered(NOW).entered()).isEqualTo(NOW);
        assertThat(CHEAP.entered(NOW).chosen(null).entered()).isEqualTo(NOW);
    }

    private static void assertRefused(ThrowingCallable choice, String field, String sentence) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(choice)
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static CarrierQuote quote(int position, String carrier, Money price, int seats) {
        return new CarrierQuote(
                REFERENCE,
                position,
                carrier,
                price,
                seats,
                LocalDate.of(2027, 4, 15),
                new FeePercents(20, 40, 100),
                false,
                null,
                null);
    }
}
