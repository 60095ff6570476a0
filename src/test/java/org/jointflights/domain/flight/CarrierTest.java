package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.flight.SomeFlight.FR;
import static org.jointflights.domain.flight.SomeFlight.NOW;
import static org.jointflights.domain.flight.SomeFlight.REFERENCE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.CarrierQuote.FeePercents;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quote, the contract made of it, what giving the aircraft back costs, and the permits it needs. */
class CarrierTest {

    private static final LocalDate OPTION = LocalDate.of(2027, 4, 15);

    @ParameterizedTest
    @CsvSource({
        "P6D, 20",
        "P5DT0.000000001S, 20",
        "P5D, 40",
        "PT24H0.000000001S, 40",
        "PT24H, 100",
        "PT0S, 100",
        "PT-1H, 100"
    })
    void giving_the_aircraft_back_costs_more_the_later_it_is(Duration before, int euros) {
        FeeLadder ladder = FeeLadder.of(new FeePercents(20, 40, 100));

        assertThat(ladder.fee(Money.euro(10_000), before)).isEqualTo(Money.euro(euros * 100L));
    }

    @ParameterizedTest
    @CsvSource({"149, 1", "150, 2", "151, 2", "49, 0", "50, 1", "0, 0"})
    void half_a_cent_of_the_fee_is_rounded_up(long price, long fee) {
        assertThat(FeeLadder.of(new FeePercents(1, 2, 3)).fee(Money.euro(price), Duration.ofDays(6)))
                .isEqualTo(Money.euro(fee));
    }

    @Test
    void a_quote_costs_something_and_is_held_until_today_at_least() {
        assertThatCode(() -> quote(1).requireStandsOn(OPTION)).doesNotThrowAnyException();
        assertThatThrownBy(() -> quote(0).requireStandsOn(OPTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than zero");
        assertThatThrownBy(() -> quote(1).requireStandsOn(OPTION.plusDays(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("hold the price at least until today");
    }

    @Test
    void a_quote_is_chosen_for_a_reason_until_another_one_is() {
        CarrierQuote chosen = quote(1).chosen("It flies at night.");

        assertThat(quote(1).isChosen()).isFalse();
        assertThat(chosen.isChosen()).isTrue();
        assertThat(chosen.chosenBecause()).isEqualTo("It flies at night.");
        assertThat(chosen.notChosen()).isEqualTo(quote(1));
        assertThat(quote(1).because()).isNull();
        assertThat(quote(1).chosen(null).because())
                .hasToString(Sentence.of("overview.plan.cheapest").toString());
    }

    @Test
    void a_contract_stands_until_the_aircraft_is_given_back_once() {
        Contract contract = new Contract(REFERENCE, FR, "Air One", Money.euro(100), NOW, null, null);
        assertThat(contract.stands()).isTrue();

        Contract released = contract.released(NOW.plusSeconds(1), Money.euro(40));
        assertThat(released.stands()).isFalse();
        assertThat(released.penalty()).isEqualTo(Money.euro(40));
        assertThat(released.releasedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThatThrownBy(() -> released.released(NOW, Money.euro(40)))
                .isInstanceOf(Conflict.class)
                .hasMessage("The aircraft of Air One for flight JRO-2027-0001 has been given back already.");
    }

    @ParameterizedTest
    @CsvSource({"2027-05-19, false", "2027-05-20, true", "2027-05-22, true", "2027-05-23, false"})
    void a_permit_is_valid_on_the_day_of_departure_or_one_of_the_next_two(LocalDate day, boolean valid) {
        Permit permit = new Permit(REFERENCE, Permit.Kind.LANDING, "NG 17", day);
        Flight flight = SomeFlight.at(Stage.PERMITS);

        if (valid) {
            assertThatCode(() -> permit.requireValidFor(flight, SomeFlight.NOW)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> permit.requireValidFor(flight, SomeFlight.NOW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("2027-05-20");
        }
    }

    @Test
    void a_permit_is_called_as_people_call_it() {
        assertThat(Permit.Kind.values())
                .extracting(kind -> kind.words().in(Locale.ENGLISH))
                .containsExactly("Landing", "Overflight", "Transit");
    }

    private static CarrierQuote quote(long cents) {
        return new CarrierQuote(
                REFERENCE,
                1,
                "Air One",
                Money.euro(cents),
                200,
                OPTION,
                new FeePercents(20, 40, 100),
                false,
                null,
                null);
    }
}
