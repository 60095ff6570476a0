package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePlanTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ChangePlan change = new FlightActServices(ports).changePlan;

    @BeforeEach
    void a_flight_in_approval_with_a_quote() {
        ParisToLagos.at(Stage.APPROVAL, ports);
        ports.quotes.put(ParisToLagos.quote(1, "Air One"));
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void the_flight_has_another_route_and_size_and_every_party_is_told() {
        typed("CDG STN", "ACC LOS", "200");

        Flight flight = ports.flights.get(REFERENCE);
        assertThat(flight.route()).hasToString("CDG – STN – ACC – LOS – CDG");
        assertThat(flight.capacity()).isEqualTo(200);
        assertThat(flight.departure()).isEqualTo(DEPARTURE);
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.planChanged", flight.route(), 200, "Ghana asks."));
        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/plan-0/FRcoordinator", REFERENCE + "/plan-0/GBcoordinator");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.planChanged", REFERENCE, flight.route(), "Ghana asks."));
        assertThat(ports.flightWorkflow.told).containsExactly("planChanged " + REFERENCE);
    }

    @Test
    void where_it_starts_elsewhere_the_departure_is_told_in_that_zone() {
        ports.participations.put(ports.participations
                .get(REFERENCE, FR)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
        typed("STN", "LOS", "180");

        ZonedDateTime departure = ports.flights.get(REFERENCE).departure();
        assertThat(departure.getZone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(departure.toInstant()).isEqualTo(DEPARTURE.toInstant());
    }

    @Test
    void no_quote_fits_the_new_plan() {
        typed("CDG STN", "LOS", "200");

        assertThat(ports.quotes.of(REFERENCE)).isEmpty();
    }

    @Test
    void a_carrier_under_contract_stays() {
        ports.contracts.put(
                new Contract(REFERENCE, FR, "Air One", Money.euro(26_200_000), ports.clock.instant(), null, null));
        typed("CDG STN", "LOS", "200");

        assertThat(ports.quotes.of(REFERENCE)).hasSize(1);
        assertThat(ports.contracts.standing(REFERENCE))
                .hasValueSatisfying(
                        contract -> assertThat(contract.priceAsked()).isEqualTo(ports.clock.instant()));
    }

    @Test
    void where_the_work_cannot_go_back_to_the_choice_the_quotes_stay() {
        ports.flightWorkflow.canChooseCarrierAgain = false;
        typed("CDG STN", "LOS", "200");

        assertThat(ports.quotes.of(REFERENCE)).hasSize(1);
    }

    @Test
    void the_same_plan_is_no_change() {
        refusal(BadInput.class, "flight.change.same", () -> {
            Flight flight = ports.flights.get(REFERENCE);
            change.change(REFERENCE, flight.route(), flight.capacity(), "why");
        });
        requireUntouched();
    }

    @Test
    void nobody_who_takes_part_loses_their_airport_or_seat() {
        BadInput route = refusal(BadInput.class, "common.route.notAStop", () -> typed("CDG", "LOS", "180"));
        assertThat(route.value()).isEqualTo("STN");
        BadInput seats = refusal(BadInput.class, "common.wholeNumber", () -> typed("CDG STN", "LOS", "105"));
        assertThat(seats.field()).isEqualTo("capacity");
        requireUntouched();
        typed("CDG STN", "LOS", "106");
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(106);
    }

    @Test
    void no_aircraft_holds_more_than_500() {
        refusal(BadInput.class, "common.wholeNumber", () -> typed("CDG STN", "LOS", "501"));
        requireUntouched();
        typed("CDG STN", "LOS", "500");
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(500);
    }

    @Test
    void only_the_organisers_coordinator_changes_it() {
        ports.user.is("gbcoordinator", "GBcoordinator");

        refusal(NotYours.class, "flight.notYours", () -> typed("CDG STN", "LOS", "200"));
        requireUntouched();
    }

    @Test
    void a_change_begins_with_the_plan_as_it_is() {
        Flight flight = ports.flights.get(REFERENCE);

        assertThat(change.prefilled(flight))
                .isEqualTo(Map.of("embarkations", "CDG STN", "destinations", "LOS", "capacity", "180"));
        assertThat(change.fields()).containsExactly("embarkations", "destinations", "capacity", "reason");
        assertThat(change.path()).isEqualTo("change-plan");
        assertThat(change.choices(flight)).isEmpty();
    }

    private void typed(String embarkations, String destinations, String capacity) {
        change.perform(
                ports.flights.get(REFERENCE),
                new TypedFields(Map.of(
                        "embarkations", embarkations,
                        "destinations", destinations,
                        "capacity", capacity,
                        "reason", "Ghana asks.")));
    }

    private void requireUntouched() {
        assertThat(ports.flights.get(REFERENCE).revision()).isZero();
        assertThat(ports.quotes.of(REFERENCE)).hasSize(1);
        assertThat(ports.traces()).isEmpty();
    }
}
