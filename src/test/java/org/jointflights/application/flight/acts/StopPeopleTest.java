package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.StopOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding 4: a stop is an act of its own, whenever and by whomever it must be said. */
class StopPeopleTest {

    private static final Map<String, String> FRENCH =
            Map.of("stopped", "FR", "cause", "COURT", "reason", "High Court, 21:50");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final FlightActServices acts = new FlightActServices(ports);

    @BeforeEach
    void a_flight_in_the_air() {
        ParisToLagos.at(Stage.IN_FLIGHT, ports);
        ports.user.is("gblegal1", "GBlegal");
    }

    @Test
    void finding_4_a_stop_is_said_in_flight_and_those_who_must_know_are_told_of_it_without_the_reason() {
        acts.submit.perform(REFERENCE, acts.stop, FRENCH);

        assertThat(ports.stopOrders.of(REFERENCE))
                .containsExactly(new StopOrder(
                        REFERENCE,
                        1,
                        FR,
                        Cause.COURT,
                        "High Court, 21:50",
                        "gblegal1",
                        "GBlegal",
                        ports.clock.instant(),
                        null));
        assertThat(ports.told())
                .contains(
                        "FRlegal notice.order.open",
                        "FRdoctor notice.order.open",
                        "FRescortleader notice.order.open",
                        "FRcoordinator notice.order.open",
                        "rightsOfficer notice.order.open",
                        "executive notice.order.open")
                .doesNotContain("GBlegal notice.order.open");
        assertThat(ports.traces()).noneMatch(trace -> trace.toString().contains("High Court"));
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.STOP_ORDERED);
        assertThat(ports.operation.told).containsExactly("askAnew " + REFERENCE);
    }

    @Test
    void everybody_can_be_stopped_at_once() {
        acts.submit.perform(REFERENCE, acts.stop, Map.of("stopped", "ALL", "cause", "MEDICAL", "reason", "Outbreak"));

        StopOrder order = ports.stopOrders.of(REFERENCE).get(0);
        assertThat(order.concerns(FR)).isTrue();
        assertThat(order.concerns(GB)).isTrue();
        assertThat(ports.told()).contains("FRlegal notice.order.open", "GBlegal notice.order.open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRlegal",
                "FRdoctor",
                "FRmonitor",
                "GBlegal",
                "GBdoctor",
                "GBmonitor",
                "FXmonitor",
                "rightsOfficer"
            })
    void whoever_protects_people_may_stop_them_whichever_their_party(String group) {
        ports.user.is("somebody", group);

        assertThat(acts.submit.possible(REFERENCE)).contains(acts.stop);
        acts.submit.perform(REFERENCE, acts.stop, FRENCH);

        assertThat(ports.stopOrders.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRcoordinator", "FRfinance", "GBescortleader", "executive", "manager", "camunda-admin"})
    void nobody_else(String group) {
        ports.user.is("somebody", group);

        refusal(NotYours.class, "flight.stop.who", () -> acts.submit.perform(REFERENCE, acts.stop, FRENCH));
        assertThat(ports.stopOrders.of(REFERENCE)).isEmpty();
    }

    @Test
    void nor_whoever_has_left_the_flight() {
        ports.participations.put(ports.participations
                .get(REFERENCE, GB)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "own decision",
                        ports.clock.instant(),
                        ports.flights.get(REFERENCE).departure()));

        refusal(NotYours.class, "flight.stop.who", () -> acts.submit.perform(REFERENCE, acts.stop, FRENCH));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void it_can_be_said_from_the_first_day_to_the_last_hand_over(Stage stage) {
        ParisToLagos.at(stage, ports);

        assertThat(acts.submit.possible(REFERENCE).contains(acts.stop)).isEqualTo(stage.maySuspend());
    }

    @Test
    void it_can_be_said_while_the_flight_is_suspended() {
        ports.flights.put(ports.flights.get(REFERENCE).suspended("A report came."));

        acts.submit.perform(REFERENCE, acts.stop, FRENCH);

        assertThat(ports.stopOrders.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"stopped, ES", "stopped, FX", "stopped, nobody", "cause, COLD", "reason, ''"})
    void what_makes_no_sense_is_refused_and_nothing_is_kept(String field, String value) {
        Map<String, String> typed = new HashMap<>(FRENCH);
        typed.put(field, value);

        assertThat(catchThrowable(() -> acts.submit.perform(REFERENCE, acts.stop, typed)))
                .isInstanceOf(BadInput.class)
                .extracting(refused -> ((BadInput) refused).field())
                .isIn(field, "party");
        assertThat(ports.stopOrders.of(REFERENCE)).isEmpty();
    }

    @Test
    void finding_8_whoever_stopped_does_not_lift_it_nor_does_a_colleague_of_the_same_group() {
        acts.submit.perform(REFERENCE, acts.stop, FRENCH);
        assertThat(acts.submit.possible(REFERENCE)).doesNotContain(acts.lift);
        refused(NotYours.class, "operation.order.own");
        String stopper = ports.user.id();
        ports.user.is("frdoctor/" + stopper, "FRdoctor");
        assertThat(acts.submit.possible(REFERENCE)).doesNotContain(acts.lift);
        refused(NotYours.class, "operation.order.own");

        ports.user.is("gblegal2", "GBlegal");
        assertThat(acts.submit.possible(REFERENCE)).doesNotContain(acts.lift);
        refused(NotYours.class, "operation.order.sameGroup");
        assertThat(ports.stopOrders.of(REFERENCE).get(0).isOpen()).isTrue();
    }

    @Test
    void somebody_of_another_group_lifts_it_with_the_view_of_whoever_stopped_on_record() {
        acts.submit.perform(REFERENCE, acts.stop, FRENCH);
        ports.clock.advance(Duration.ofMinutes(20));
        ports.user.is("frlegal1", "FRlegal");
        assertThat(acts.lift.prefilled(ports.flights.get(REFERENCE))).containsEntry("stopNumber", "1");
        refusal(
                BadInput.class,
                "common.missing",
                () -> acts.submit.perform(REFERENCE, acts.lift, Map.of("stopNumber", "1", "view", "")));

        lift();

        StopOrder.Lift lift = ports.stopOrders.of(REFERENCE).get(0).lift();
        assertThat(lift).isEqualTo(new StopOrder.Lift("frlegal1", ports.clock.instant(), "The court let them go on."));
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.STOP_LIFTED);
        assertThat(ports.told()).contains("FRescortleader notice.order.lifted");
        refused(Conflict.class, "operation.order.lifted");
    }

    @Test
    void a_stop_that_nobody_ordered_cannot_be_lifted() {
        refused(BadInput.class, "flight.stop.unknown");
    }

    private <R extends Refusal> void refused(Class<R> kind, String code) {
        refusal(kind, code, this::lift);
    }

    private void lift() {
        acts.submit.perform(REFERENCE, acts.lift, Map.of("stopNumber", "1", "view", "The court let them go on."));
    }
}
