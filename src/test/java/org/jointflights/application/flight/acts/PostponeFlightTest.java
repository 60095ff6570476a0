package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostponeFlightTest {

    private static final ZonedDateTime LATER = DEPARTURE.plusDays(7);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final PostponeFlight postpone = new FlightActServices(ports).postpone;

    @BeforeEach
    void a_flight_in_approval() {
        ParisToLagos.at(Stage.APPROVAL, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void the_flight_leaves_later_and_the_law_of_the_new_day_counts() {
        postpone.postpone(REFERENCE, LATER, "A court decides on Monday.");

        Flight flight = ports.flights.get(REFERENCE);
        assertThat(flight.departure()).isEqualTo(LATER);
        assertThat(flight.lawDate()).isEqualTo(LATER.toLocalDate());
        assertThat(flight.postponed()).isEqualTo(1);
        assertThat(ports.flightWorkflow.told).containsExactly("postponed " + REFERENCE);
    }

    @Test
    void the_trail_says_by_whom_to_when_and_why() {
        postpone.postpone(REFERENCE, LATER, "A court decides on Monday.");

        assertThat(ports.trail.of(REFERENCE))
                .containsExactly(new TrailEntry(
                        REFERENCE,
                        ports.clock.instant(),
                        "frcoordinator",
                        TrailEvent.POSTPONED,
                        null,
                        FR,
                        List.of(LATER.toLocalDateTime(), "A court decides on Monday.")));
    }

    @Test
    void all_who_have_not_declined_are_told_each_time() {
        postpone.postpone(REFERENCE, LATER, "one");
        postpone.postpone(REFERENCE, LATER.plusDays(1), "two");

        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(
                        REFERENCE + "/postponed-1/FRcoordinator",
                        REFERENCE + "/postponed-1/GBcoordinator",
                        REFERENCE + "/postponed-2/FRcoordinator",
                        REFERENCE + "/postponed-2/GBcoordinator");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.postponed", REFERENCE, LATER.toLocalDateTime(), "one"));
    }

    @Test
    void another_states_coordinator_postpones_nothing() {
        ports.user.is("gbcoordinator", "GBcoordinator");

        NotYours refused = refusal(NotYours.class, "flight.notYours", () -> postpone.postpone(REFERENCE, LATER, "why"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "FRcoordinator"));
        requireUntouched();
    }

    @Test
    void a_departure_that_is_not_later_is_refused() {
        BadInput refused =
                refusal(BadInput.class, "flight.postpone.later", () -> postpone.postpone(REFERENCE, DEPARTURE, "why"));

        assertThat(refused.field()).isEqualTo("departure");
        requireUntouched();
    }

    @Test
    void once_the_day_has_come_a_departure_that_has_passed_is_refused() {
        ports.clock.advance(Duration.between(ports.clock.instant(), LATER.toInstant()));

        refusal(BadInput.class, "flight.postpone.later", () -> postpone.postpone(REFERENCE, LATER, "why"));
        requireUntouched();
    }

    @Test
    void what_is_typed_is_read_in_the_zone_of_the_departure() {
        postpone.perform(
                ports.flights.get(REFERENCE),
                new TypedFields(Map.of("departure", "2027-05-27 09:30", "reason", " A court \n decides. ")));

        assertThat(ports.flights.get(REFERENCE).departure()).isEqualTo(LATER);
        assertThat(ports.trail.last().arguments().get(1)).isEqualTo("A court \n decides.");
    }

    @Test
    void it_is_offered_to_the_organisers_coordinator_with_its_fields() {
        assertThat(postpone.path()).isEqualTo("postpone");
        assertThat(postpone.fields()).containsExactly("departure", "reason");
        assertThat(postpone.groups(ports.flights.get(REFERENCE))).containsExactly("FRcoordinator");
        assertThat(postpone.endsTasks()).isFalse();
        assertThat(postpone.fits(ports.flights.get(REFERENCE))).isTrue();
    }

    private void requireUntouched() {
        assertThat(ports.flights.get(REFERENCE).departure()).isEqualTo(DEPARTURE);
        assertThat(ports.traces()).isEmpty();
    }
}
