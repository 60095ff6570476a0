package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.approval.ApprovalServices;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractCarrierTest {

    private static final Money PRICE = Money.euro(26_200_000);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ContractCarrier contract = new FlightActServices(ports).contract;
    private final ApprovalServices approval = new ApprovalServices(ports);

    @BeforeEach
    void a_flight_whose_plan_all_have_signed() {
        ParisToLagos.at(Stage.CONTRACTING, ports);
        ports.quotes.put(ParisToLagos.quote(1, "Air Two"));
        ports.quotes.put(ParisToLagos.quote(2, "Air One").chosen("It flies at night."));
        approval.committed(REFERENCE);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void the_chosen_carrier_is_contracted_for_the_price_that_was_approved() {
        contract.sign(REFERENCE, PRICE);

        assertThat(ports.contracts.of(REFERENCE))
                .containsExactly(new Contract(REFERENCE, FR, "Air One", PRICE, ports.clock.instant(), null, null));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.contracted", "Air One", PRICE));
    }

    @Test
    void a_charter_stands_until_the_aircraft_is_given_back() {
        assertThat(contract.stands(REFERENCE)).isFalse();
        contract.sign(REFERENCE, PRICE);
        assertThat(contract.stands(REFERENCE)).isTrue();
        contract.release(REFERENCE);
        assertThat(contract.stands(REFERENCE)).isFalse();
    }

    @Test
    void a_carrier_under_contract_is_asked_once_for_its_price_after_a_change_of_plan() {
        contract.sign(REFERENCE, PRICE);
        assertThat(contract.owesNewPrice(REFERENCE)).isFalse();
        refusal(
                Conflict.class,
                "flight.contract.noPriceAsked",
                () -> contract.agreeNewPrice(REFERENCE, Money.euro(30_000_000)));
        ports.contracts.put(ports.contracts.standing(REFERENCE).orElseThrow().withPriceAsked(ports.clock.instant()));
        assertThat(contract.owesNewPrice(REFERENCE)).isTrue();
        refusal(BadInput.class, "planning.price.positive", () -> contract.agreeNewPrice(REFERENCE, Money.euro(0)));

        contract.agreeNewPrice(REFERENCE, Money.euro(30_000_000));

        assertThat(contract.owesNewPrice(REFERENCE)).isFalse();
        assertThat(ports.contracts.standing(REFERENCE).orElseThrow().price()).isEqualTo(Money.euro(30_000_000));
        assertThat(contract.chosenQuote(REFERENCE).price()).isEqualTo(Money.euro(30_000_000));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.repriced", "Air One", PRICE, Money.euro(30_000_000)));
    }

    @Test
    void another_price_is_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "flight.contract.price.differs",
                () -> contract.sign(REFERENCE, Money.euro(26_200_001)));

        assertThat(refused.field()).isEqualTo("price");
        requireNoContract();
    }

    @Test
    void without_signatures_nothing_is_contracted() {
        ports.versions.makeVoid(REFERENCE, 1, Sentence.of("approval.void.planChanged"), ports.clock.instant());

        refusal(Conflict.class, "flight.contract.notApproved", () -> contract.sign(REFERENCE, PRICE));
        requireNoContract();
    }

    @Test
    void a_plan_that_is_no_longer_what_was_signed_is_not_contracted() {
        ports.quotes.put(ParisToLagos.quote(2, "Air Three").chosen("cheapest"));

        refusal(Conflict.class, "flight.contract.notApproved", () -> contract.sign(REFERENCE, PRICE));
        requireNoContract();
    }

    @Test
    void where_no_quote_was_chosen_there_is_nobody_to_contract() {
        ports.quotes.removeAll(REFERENCE);

        refusal(Conflict.class, "flight.contract.noQuote", () -> contract.chosenQuote(REFERENCE));
    }

    @Test
    void giving_the_aircraft_back_costs_what_the_ladder_says_for_now() {
        contract.sign(REFERENCE, PRICE);
        Instant signed = ports.clock.instant();
        ports.clock.advance(Duration.between(signed, DEPARTURE.minusDays(3)));

        contract.release(REFERENCE);

        Money penalty = Money.euro(10_480_000);
        assertThat(ports.contracts.of(REFERENCE))
                .containsExactly(new Contract(REFERENCE, FR, "Air One", PRICE, signed, ports.clock.instant(), penalty));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.released", "Air One", penalty));
    }

    @Test
    void after_a_cancellation_the_hour_when_it_was_decided_counts() {
        contract.sign(REFERENCE, PRICE);
        ports.cancellations.add(Cancellation.of(
                ports.flights.get(REFERENCE),
                "why",
                null,
                DEPARTURE.minusDays(6).toInstant(),
                "manager1"));
        ports.clock.advance(Duration.between(ports.clock.instant(), DEPARTURE.minusHours(1)));

        contract.release(REFERENCE);

        assertThat(ports.contracts.of(REFERENCE).get(0).penalty()).isEqualTo(Money.euro(5_240_000));
    }

    @Test
    void without_a_charter_there_is_nothing_to_give_back() {
        contract.release(REFERENCE);

        requireNoContract();
    }

    @Test
    void permits_are_on_file_with_their_numbers() {
        Permit landing = new Permit(REFERENCE, Permit.Kind.LANDING, "NG 4", LocalDate.of(2027, 5, 20));
        Permit overflight = new Permit(REFERENCE, Permit.Kind.OVERFLIGHT, "DZ 17", LocalDate.of(2027, 5, 22));

        contract.record(REFERENCE, List.of(landing, overflight));

        assertThat(ports.permits.of(REFERENCE)).containsExactly(landing, overflight);
        assertThat(ports.trail.of(REFERENCE))
                .extracting(TrailEntry::what)
                .containsExactly(
                        Sentence.of(
                                "trail.permit",
                                Sentence.of("overview.permit.LANDING"),
                                "NG 4",
                                LocalDate.of(2027, 5, 20)),
                        Sentence.of(
                                "trail.permit",
                                Sentence.of("overview.permit.OVERFLIGHT"),
                                "DZ 17",
                                LocalDate.of(2027, 5, 22)));
    }

    @Test
    void a_permit_of_the_day_before_is_none() {
        BadInput refused = refusal(
                BadInput.class,
                "flight.contract.permit.day",
                () -> contract.record(
                        REFERENCE,
                        List.of(new Permit(REFERENCE, Permit.Kind.LANDING, "NG 4", LocalDate.of(2027, 5, 19)))));

        assertThat(refused.field()).isEqualTo("validOn");
        assertThat(ports.permits.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }

    private void requireNoContract() {
        assertThat(ports.contracts.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }
}
