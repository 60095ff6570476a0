package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordStageTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final RecordStage stages = new FlightActServices(ports).stages;

    @BeforeEach
    void a_flight_being_planned() {
        ParisToLagos.at(Stage.PLANNING, ports);
    }

    @Test
    void a_stage_that_is_reached_is_on_record_since_now() {
        stages.reached(REFERENCE, Stage.COST_SHARING);

        Flight flight = ports.flights.get(REFERENCE);
        assertThat(flight.stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(flight.stageSince()).isEqualTo(ports.clock.instant());
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.stage", Stage.COST_SHARING.words()));
        assertThat(ports.trail.last().actor()).isEqualTo("system");
    }

    @Test
    void reached_a_second_time_it_is_not_told_again() {
        stages.reached(REFERENCE, Stage.PLANNING);

        assertThat(ports.flights.get(REFERENCE).revision()).isZero();
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void no_stage_is_left_out() {
        refusal(Conflict.class, "flight.stage.transition", () -> stages.reached(REFERENCE, Stage.OPERATION));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void nobody_gives_a_flight_up_while_a_carrier_is_under_contract() {
        ports.contracts.put(new Contract(
                REFERENCE, new Party("FR"), "Air One", Money.euro(4_000_000), ports.clock.instant(), null, null));

        refusal(Conflict.class, "flight.end.underContract", () -> stages.givenUp(REFERENCE));
        assertThat(ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.PLANNING);
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void a_flight_that_is_given_up_ends_and_its_parties_are_told() {
        stages.givenUp(REFERENCE);

        assertThat(ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.GIVEN_UP);
        assertThat(ports.happened()).containsExactly(TrailEvent.STAGE);
        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/given-up/FRcoordinator", REFERENCE + "/given-up/GBcoordinator");
        assertThat(ports.outbox.all().get(0).text()).isEqualTo(Sentence.of("notice.givenUp", REFERENCE));
    }
}
