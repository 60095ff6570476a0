package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.CAPACITY;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChooseCarrierTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ChooseCarrier carrier = new PlanningServices(ports).carrier;

    @BeforeEach
    void a_flight_that_all_have_answered() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void a_quote_is_on_record_since_now() {
        CarrierQuote quote = ParisToLagos.quote(1, "Air One");
        carrier.enter(quote);

        assertThat(ports.quotes.of(REFERENCE)).containsExactly(quote.entered(ports.clock.instant()));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.quoted", "Air One", Money.euro(26_200_000)));
    }

    @Test
    void a_price_that_is_held_no_longer_is_refused_by_the_calendar_of_the_departure() {
        // Half past ten in the evening of 1 April in London is the next day in Paris.
        ports.clock.advance(Duration.between(ports.clock.instant(), Instant.parse("2027-04-01T22:30:00Z")));

        BadInput refused =
                refusal(BadInput.class, "planning.option.past", () -> carrier.enter(ParisToLagos.quote(1, "Air One")));
        assertThat(refused.field()).isEqualTo("option");
        assertThat(ports.quotes.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void the_last_day_of_the_option_will_do() {
        ports.clock.advance(Duration.between(ports.clock.instant(), Instant.parse("2027-04-01T21:30:00Z")));
        carrier.enter(ParisToLagos.quote(1, "Air One"));

        assertThat(ports.quotes.of(REFERENCE)).hasSize(1);
    }

    @Test
    void the_quote_that_is_taken_gives_the_flight_its_seats() {
        ports.quotes.put(sized(1, "Air One", 150));
        ports.quotes.put(ParisToLagos.quote(2, "Air Two"));

        carrier.choose(REFERENCE, 1, "It flies at night.");

        assertThat(ports.quotes.of(REFERENCE))
                .extracting(CarrierQuote::chosenBecause)
                .containsExactly("It flies at night.", null);
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(150);
        assertThat(ports.flights.get(REFERENCE).departure()).isEqualTo(DEPARTURE);
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.carrierChosen", "Air One", Money.euro(26_200_000)));
    }

    @Test
    void one_quote_is_taken_at_a_time() {
        ports.quotes.put(ParisToLagos.quote(1, "Air One"));
        ports.quotes.put(ParisToLagos.quote(2, "Air Two"));

        carrier.choose(REFERENCE, 1, null);
        carrier.choose(REFERENCE, 2, null);

        assertThat(ports.quotes.of(REFERENCE))
                .extracting(CarrierQuote::isChosen, CarrierQuote::chosenBecause)
                .containsExactly(tuple(false, null), tuple(true, null));
    }

    @Test
    void an_aircraft_too_small_for_those_who_take_part_is_not_taken() {
        ports.quotes.put(sized(1, "Air One", 105));
        ports.quotes.put(sized(2, "Air Two", 106));

        refusal(BadInput.class, "planning.quote.tooSmall", () -> carrier.choose(REFERENCE, 1, null));
        assertThat(ports.quotes.of(REFERENCE)).noneMatch(CarrierQuote::isChosen);
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(CAPACITY);
        assertThat(ports.traces()).isEmpty();
        carrier.choose(REFERENCE, 2, null);
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(106);
    }

    private static CarrierQuote sized(int position, String name, int seats) {
        CarrierQuote quote = ParisToLagos.quote(position, name);
        return new CarrierQuote(
                REFERENCE, position, name, quote.price(), seats, quote.option(), quote.fees(), false, null, null);
    }
}
