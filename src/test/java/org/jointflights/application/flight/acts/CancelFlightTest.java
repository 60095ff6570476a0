package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelFlightTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CancelFlight cancel = new FlightActServices(ports).cancel;

    @BeforeEach
    void a_flight_that_waits_for_its_permits() {
        ParisToLagos.at(Stage.PERMITS, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void a_cancellation_is_on_record_with_who_when_and_how_long_before_departure() {
        cancel.cancel(REFERENCE, "The clearance is withdrawn.", null);

        assertThat(ports.cancellations.of(REFERENCE))
                .contains(new Cancellation(
                        REFERENCE,
                        "The clearance is withdrawn.",
                        null,
                        ports.clock.instant(),
                        Duration.between(ports.clock.instant(), DEPARTURE),
                        "frcoordinator"));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.cancelled", "The clearance is withdrawn."));
        assertThat(ports.told()).containsExactly("FRcoordinator notice.cancelled", "GBcoordinator notice.cancelled");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.cancelled", REFERENCE, "The clearance is withdrawn."));
        assertThat(ports.flightWorkflow.told).containsExactly("cancelled " + REFERENCE);
    }

    @Test
    void the_party_that_caused_it_is_on_record() {
        cancel.cancel(REFERENCE, "why", GB);

        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().causedBy()).isEqualTo(GB);
    }

    @Test
    void frontex_may_have_caused_it_though_it_has_no_part() {
        cancel.cancel(REFERENCE, "why", Party.FRONTEX);

        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().causedBy()).isEqualTo(Party.FRONTEX);
    }

    @Test
    void a_state_that_was_never_asked_did_not_cause_it() {
        refusal(Unknown.class, "common.participation.unknown", () -> cancel.cancel(REFERENCE, "why", new Party("SE")));
        requireUntouched();
    }

    @Test
    void manager_and_executive_may_too_but_no_other_state() {
        assertThat(cancel.groups(ports.flights.get(REFERENCE)))
                .containsExactlyInAnyOrder("FRcoordinator", "manager", "executive");
        ports.user.is("gbcoordinator", "GBcoordinator");

        NotYours refused = refusal(NotYours.class, "flight.cancel.who", () -> cancel.cancel(REFERENCE, "why", null));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), FR));
        requireUntouched();
    }

    @Test
    void it_is_cancelled_once() {
        cancel.cancel(REFERENCE, "why", null);

        refusal(Conflict.class, "common.flight.stage", () -> cancel.cancel(REFERENCE, "again", null));
        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().reason()).isEqualTo("why");
    }

    @Test
    void who_caused_it_must_be_said_and_nobody_is_an_answer() {
        Flight flight = ports.flights.get(REFERENCE);
        BadInput refused = refusal(
                BadInput.class,
                "common.missing",
                () -> cancel.perform(flight, new TypedFields(Map.of("reason", "why"))));
        assertThat(refused.field()).isEqualTo("causedBy");
        requireUntouched();

        cancel.perform(flight, new TypedFields(Map.of("reason", "why", "causedBy", "nobody")));
        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().causedBy()).isNull();
    }

    @Test
    void the_party_typed_is_the_one_that_caused_it() {
        cancel.perform(ports.flights.get(REFERENCE), new TypedFields(Map.of("reason", "why", "causedBy", "gb")));

        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().causedBy()).isEqualTo(GB);
    }

    @Test
    void the_page_offers_all_that_were_ever_asked() {
        assertThat(cancel.choices(ports.flights.get(REFERENCE))).isEqualTo(Map.of("causedBy", List.of(ES, FR, GB)));
        assertThat(cancel.fields()).containsExactly("causedBy", "reason");
        assertThat(cancel.path()).isEqualTo("cancel");
    }

    private void requireUntouched() {
        assertThat(ports.cancellations.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }
}
