package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloseAnswersTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CloseAnswers close = new FlightActServices(ports).closeAnswers;

    @BeforeEach
    void the_organisers_coordinator() {
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void when_all_have_answered_the_organiser_need_not_wait() {
        Flight flight = ParisToLagos.at(Stage.PLANNING, ports);
        assertThat(close.fits(flight)).isTrue();

        close.perform(flight, new TypedFields(Map.of()));

        assertThat(ports.happened()).containsExactly(TrailEvent.ANSWERS_CLOSED);
        assertThat(ports.flightWorkflow.told).containsExactly("answersClosed " + REFERENCE);
        assertThat(ports.outbox.all()).isEmpty();
    }

    @Test
    void while_somebody_is_silent_the_answers_stay_open() {
        Flight flight = ParisToLagos.at(Stage.PLANNING, ports);
        ports.participations.put(Participation.invited(REFERENCE, new Party("SE"), ports.clock.instant()));

        assertThat(close.fits(flight)).isFalse();
        Conflict refused = refusal(Conflict.class, "flight.answers.awaited", () -> close.close(REFERENCE));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), List.of("SE")));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void after_planning_there_is_nothing_to_close() {
        Flight flight = ParisToLagos.at(Stage.COST_SHARING, ports);

        assertThat(close.fits(flight)).isFalse();
        refusal(Conflict.class, "flight.answers.awaited", () -> close.close(REFERENCE));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void nobody_else_closes_them() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.user.is("gbcoordinator", "GBcoordinator");

        refusal(NotYours.class, "flight.notYours", () -> close.close(REFERENCE));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void it_asks_for_nothing_and_ends_tasks() {
        assertThat(close.fields()).isEmpty();
        assertThat(close.endsTasks()).isTrue();
        assertThat(close.path()).isEqualTo("close-answers");
        assertThat(close.prefilled(ParisToLagos.at(Stage.PLANNING, ports))).isEmpty();
    }
}
