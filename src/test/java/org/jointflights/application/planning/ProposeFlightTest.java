package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REAL_DATE;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.ParisToLagos.ROUTE;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeFlightTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ProposeFlight propose = new PlanningServices(ports).propose;

    @BeforeEach
    void the_organisers_coordinator() {
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void a_flight_is_on_record_under_a_reference_of_its_own() {
        Flight flight = propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB, ES));

        assertThat(flight)
                .isEqualTo(new Flight(
                        REFERENCE,
                        FlightType.JRO,
                        FR,
                        "Nigeria",
                        ROUTE,
                        DEPARTURE,
                        DEPARTURE.toLocalDate(),
                        180,
                        Stage.PLANNING,
                        ports.clock.instant(),
                        null,
                        0,
                        null,
                        0));
        assertThat(ports.flights.all()).containsExactly(flight);
        assertThat(propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB)).reference())
                .hasToString("JRO-2027-0002");
    }

    @Test
    void everybody_invited_is_asked_and_the_organiser_too() {
        propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB, ES));

        assertThat(ports.participations.of(REFERENCE))
                .containsExactly(
                        Participation.invited(REFERENCE, ES, ports.clock.instant()),
                        Participation.invited(REFERENCE, FR, ports.clock.instant()),
                        Participation.invited(REFERENCE, GB, ports.clock.instant()));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.proposed", "Nigeria", ROUTE));
        assertThat(ports.trail.last().actor()).isEqualTo("frcoordinator");
    }

    @Test
    void a_real_flight_keeps_its_reference_its_day_and_what_was_assumed() {
        OperationReference real = new OperationReference("RO-2014-012");
        Flight flight =
                propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB), real, REAL_DATE, "The hour is assumed.");

        assertThat(flight.reference()).isEqualTo(real);
        assertThat(flight.lawDate()).isEqualTo(REAL_DATE);
        assertThat(flight.departure()).isEqualTo(DEPARTURE);
        assertThat(flight.assumed()).isEqualTo("The hour is assumed.");
    }

    @Test
    void the_example_proposes_in_nobodys_name() {
        ports.user.is("system");

        assertThat(propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB)).organiser())
                .isEqualTo(FR);
    }

    @Test
    void a_departure_that_is_not_to_come_is_refused() {
        ZonedDateTime now = ports.clock.instant().atZone(DEPARTURE.getZone());

        BadInput refused = refused("planning.departure.past", proposal(FlightType.JRO, now, 180, GB));
        assertThat(refused.field()).isEqualTo("departure");
        assertThat(propose.propose(proposal(FlightType.JRO, now.plusSeconds(1), 180, GB))
                        .departure())
                .isEqualTo(now.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void an_aircraft_of_no_size_is_refused(int capacity) {
        BadInput refused = refused("common.wholeNumber", proposal(FlightType.JRO, DEPARTURE, capacity, GB));

        assertThat(refused.field()).isEqualTo("capacity");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void the_smallest_and_the_largest_aircraft_will_do(int capacity) {
        assertThat(propose.propose(proposal(FlightType.JRO, DEPARTURE, capacity, GB))
                        .capacity())
                .isEqualTo(capacity);
    }

    @Test
    void nobody_proposes_another_states_flight() {
        ports.user.is("gbcoordinator", "GBcoordinator", "FRfinance");

        NotYours refused = refusal(
                NotYours.class,
                "planning.propose.notCoordinator",
                () -> propose.propose(proposal(FlightType.JRO, DEPARTURE, 180, GB)));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), FR));
        requireNothing();
    }

    @Test
    void a_state_that_nobody_is_registered_for_is_refused_by_name_with_what_to_do() {
        BadInput refused = refused(
                "planning.invited.nobodyThere",
                proposal(FlightType.JRO, DEPARTURE, 180, GB, new Party(PlanningServices.NOBODY_THERE)));

        assertThat(refused.field()).isEqualTo("invited");
        assertThat(refused.asSentence().in(Locale.ENGLISH)).contains("LV", "LVcoordinator", "administrator");
    }

    @Test
    void frontex_is_not_invited() {
        BadInput refused = refused("planning.invited.frontex", proposal(FlightType.JRO, DEPARTURE, 180, Party.FRONTEX));

        assertThat(refused.field()).isEqualTo("invited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JRO", "CRO"})
    void a_joint_flight_is_offered_to_somebody(String type) {
        BadInput refused = refused("planning.invited.nobody", proposal(FlightType.valueOf(type), DEPARTURE, 180, FR));

        assertThat(refused.field()).isEqualTo("invited");
    }

    @Test
    void a_national_flight_needs_nobody_else() {
        propose.propose(proposal(FlightType.NRO, DEPARTURE, 180));

        assertThat(ports.participations.of(REFERENCE))
                .extracting(Participation::party)
                .containsExactly(FR);
    }

    private static Proposal proposal(FlightType type, ZonedDateTime departure, int capacity, Party... invited) {
        return new Proposal(
                FR, type, "Nigeria", ROUTE, departure, capacity, Set.of(invited), "Agreement of 2026 (invented)", null);
    }

    private BadInput refused(String code, Proposal proposal) {
        BadInput refused = refusal(BadInput.class, code, () -> propose.propose(proposal));
        requireNothing();
        return refused;
    }

    private void requireNothing() {
        assertThat(ports.flights.all()).isEmpty();
        assertThat(ports.participations.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }
}
