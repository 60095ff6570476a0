package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerOfferTest {

    private static final Seats SEATS = new Seats(24, 40, 1, 1, 0, 0);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final AnswerOffer answer = new PlanningServices(ports).answer;

    @BeforeEach
    void a_flight_being_planned() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.user.is("escoordinator", "EScoordinator");
    }

    @Test
    void a_state_takes_part_with_its_seats_and_airports() {
        answer.declare(REFERENCE, ES, SEATS, "CDG", "LOS");

        assertThat(ports.participations.get(REFERENCE, ES))
                .isEqualTo(new Participation(
                        REFERENCE, ES, Status.DECLARED, SEATS, "CDG", "LOS", null, ports.clock.instant(), null));
        assertThat(ports.trail.of(REFERENCE))
                .containsExactly(new TrailEntry(
                        REFERENCE,
                        ports.clock.instant(),
                        "escoordinator",
                        TrailEvent.DECLARED,
                        ES,
                        ES,
                        List.of(ES, 24, 42, "CDG")));
    }

    @Test
    void a_state_declines_with_its_reason() {
        answer.decline(REFERENCE, GB, "No returns are ready.");

        assertThat(ports.participations.get(REFERENCE, GB))
                .isEqualTo(new Participation(
                        REFERENCE,
                        GB,
                        Status.DECLINED,
                        Seats.NONE,
                        null,
                        null,
                        "No returns are ready.",
                        ports.clock.instant(),
                        null));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.declined", GB, "No returns are ready."));
        assertThat(ports.trail.last().party()).isEqualTo(GB);
    }

    @Test
    void more_seats_than_the_aircraft_has_are_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "planning.seats.capacity",
                () -> answer.declare(REFERENCE, ES, new Seats(100, 81, 0, 0, 0, 0), "CDG", null));

        assertThat(refused.value()).isEqualTo("181");
        requireUntouched();
    }

    @Test
    void an_airport_off_the_route_is_refused() {
        refusal(BadInput.class, "common.route.notAStop", () -> answer.declare(REFERENCE, ES, SEATS, "MAD", null));
        requireUntouched();
    }

    @Test
    void a_state_that_was_never_asked_does_not_answer() {
        Party se = new Party("SE");

        refusal(Unknown.class, "common.participation.unknown", () -> answer.declare(REFERENCE, se, SEATS, "CDG", null));
        refusal(Unknown.class, "common.participation.unknown", () -> answer.decline(REFERENCE, se, "why"));
        requireUntouched();
    }

    @Test
    void the_organiser_does_not_decline_its_own_flight() {
        BadInput refused =
                refusal(BadInput.class, "planning.organiser.mustTakePart", () -> answer.decline(REFERENCE, FR, "why"));

        assertThat(refused.field()).isEqualTo("takesPart");
        requireUntouched();
    }

    @Test
    void after_planning_nobody_answers() {
        ports.flights.put(ports.flights.get(REFERENCE).reached(Stage.COST_SHARING, ports.clock.instant()));

        refusal(Conflict.class, "planning.answers.closed", () -> answer.declare(REFERENCE, ES, SEATS, "CDG", null));
        refusal(Conflict.class, "planning.answers.closed", () -> answer.decline(REFERENCE, GB, "why"));
        requireUntouched();
    }

    @Test
    void who_has_withdrawn_does_not_come_back() {
        Participation left = ports.participations
                .get(REFERENCE, GB)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE);
        ports.participations.put(left);

        refusal(Conflict.class, "planning.answers.withdrawn", () -> answer.declare(REFERENCE, GB, SEATS, "STN", null));
        refusal(Conflict.class, "planning.answers.withdrawn", () -> answer.decline(REFERENCE, GB, "why"));
        assertThat(ports.participations.get(REFERENCE, GB)).isEqualTo(left);
        assertThat(ports.traces()).isEmpty();
    }

    private void requireUntouched() {
        assertThat(ports.participations.of(REFERENCE))
                .extracting(Participation::status)
                .containsExactly(Status.DECLINED, Status.DECLARED, Status.DECLARED);
        assertThat(ports.traces()).isEmpty();
    }
}
