package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendFlightTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final FlightActServices acts = new FlightActServices(ports);

    @BeforeEach
    void a_flight_in_operation() {
        ParisToLagos.at(Stage.OPERATION, ports);
        ports.user.is("rightsofficer1", "rightsOfficer");
    }

    @Test
    void all_work_rests_for_the_reason_given_and_every_party_is_told() {
        acts.suspend.perform(ports.flights.get(REFERENCE), new TypedFields(Map.of("reason", "A report came.")));

        assertThat(ports.flights.get(REFERENCE).suspendedFor()).isEqualTo("A report came.");
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.suspended", "A report came."));
        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/suspended-0/FRcoordinator", REFERENCE + "/suspended-0/GBcoordinator");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.suspended", REFERENCE, "A report came."));
        assertThat(ports.flightWorkflow.told).containsExactly("suspended " + REFERENCE);
    }

    @Test
    void the_executive_lets_it_go_on_and_every_party_is_told() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        ports.user.is("executive1", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");

        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.resumed", "It was unfounded."));
        assertThat(ports.trail.last().actor()).isEqualTo("executive1");
        assertThat(ports.outbox.all().subList(2, 4))
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/resumed-1/FRcoordinator", REFERENCE + "/resumed-1/GBcoordinator");
        assertThat(ports.outbox.all().get(2).text())
                .isEqualTo(Sentence.of("notice.resumed", REFERENCE, "It was unfounded."));
    }

    @Test
    void whoever_suspended_it_last_does_not_resume_it() {
        ports.user.is("executive1", "executive");
        acts.suspend.suspend(REFERENCE, "A report came.");

        refusal(NotYours.class, "flight.resume.own", () -> acts.resume.resume(REFERENCE, "It was unfounded."));
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isTrue();
        ports.user.is("executive2", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");
        acts.suspend.suspend(REFERENCE, "Another report came.");
        refusal(NotYours.class, "flight.resume.own", () -> acts.resume.resume(REFERENCE, "It was unfounded."));
        ports.user.is("executive1", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
    }

    @Test
    void what_does_not_rest_is_not_resumed() {
        refusal(Conflict.class, "flight.resume.notSuspended", () -> acts.resume.resume(REFERENCE, "why"));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void it_is_offered_only_while_the_work_goes_on() {
        assertThat(acts.suspend.fits(ports.flights.get(REFERENCE))).isTrue();
        acts.suspend.suspend(REFERENCE, "A report came.");

        assertThat(acts.suspend.fits(ports.flights.get(REFERENCE))).isFalse();
        Conflict refused =
                refusal(Conflict.class, "common.flight.suspended", () -> acts.suspend.suspend(REFERENCE, "again"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE, "A report came."));
    }

    @Test
    void only_rights_officer_and_executive_suspend() {
        assertThat(acts.suspend.groups(ports.flights.get(REFERENCE)))
                .containsExactlyInAnyOrder("rightsOfficer", "executive");
        ports.user.is("frcoordinator", "FRcoordinator");

        refusal(NotYours.class, "flight.suspend.who", () -> acts.suspend.suspend(REFERENCE, "why"));
        assertThat(ports.traces()).isEmpty();
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
    }

    @Test
    void a_reason_is_asked_for() {
        assertThat(acts.suspend.fields()).containsExactly("reason");
        assertThat(acts.suspend.path()).isEqualTo("suspend");
        BadInput refused = refusal(
                BadInput.class,
                "common.missing",
                () -> acts.suspend.perform(ports.flights.get(REFERENCE), new TypedFields(Map.of())));
        assertThat(refused.field()).isEqualTo("reason");
        assertThat(ports.traces()).isEmpty();
    }
}
