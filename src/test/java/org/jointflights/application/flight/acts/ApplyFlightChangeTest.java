package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.approval.ApprovalServices;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyFlightChangeTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ApplyFlightChange apply = new FlightActServices(ports).apply;

    @Test
    void while_answers_are_awaited_the_one_of_who_left_is_awaited_no_longer() {
        ParisToLagos.at(Stage.PLANNING, ports);

        apply.afterWithdrawal(REFERENCE, GB);

        assertThat(ports.traces()).containsExactly("answerNotAwaited " + REFERENCE + " GB");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"COST_SHARING", "APPROVAL"})
    void until_the_seats_are_committed_shares_and_signatures_begin_anew(Stage stage) {
        ParisToLagos.at(stage, ports);

        apply.afterWithdrawal(REFERENCE, GB);

        assertThat(ports.traces()).containsExactly("workOutdated " + REFERENCE + " " + stage);
    }

    @Test
    void a_running_operation_waits_for_who_left_no_longer() {
        ParisToLagos.at(Stage.OPERATION, ports);

        apply.afterWithdrawal(REFERENCE, GB);

        assertThat(ports.traces()).containsExactly("stateWithdrew " + REFERENCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"CONTRACTING", "PERMITS"})
    void what_was_signed_stands_though_a_state_leaves(Stage stage) {
        ParisToLagos.at(stage, ports);

        apply.afterWithdrawal(REFERENCE, GB);

        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void a_new_date_lets_the_signatures_stand() {
        ParisToLagos.at(Stage.PERMITS, ports);
        ports.quotes.put(ParisToLagos.quote(1, "Air One").chosen("cheapest"));
        new ApprovalServices(ports).committed(REFERENCE);

        apply.afterChange(REFERENCE);

        assertThat(ports.versions.current(REFERENCE)).isPresent();
        assertThat(ports.traces()).containsExactly("workOutdated " + REFERENCE + " PERMITS");
    }

    @Test
    void where_a_carrier_is_chosen_anew_what_was_signed_is_void() {
        ParisToLagos.at(Stage.APPROVAL, ports);
        new ApprovalServices(ports).committed(REFERENCE);

        apply.afterChange(REFERENCE);

        assertThat(ports.versions.current(REFERENCE)).isEmpty();
        assertThat(ports.happened()).containsExactly(TrailEvent.VERSION_VOID);
        assertThat(ports.flightWorkflow.told)
                .containsExactly("carrierOpen " + REFERENCE, "workOutdated " + REFERENCE + " APPROVAL");
    }
}
