package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LILLE;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.PRISTINA;
import static org.jointflights.application.operation.OperationServices.REFERENCE;
import static org.jointflights.application.operation.OperationServices.SEATS;
import static org.jointflights.application.operation.OperationServices.TIRANA;

import java.time.Duration;
import java.util.List;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.operation.OperationRuns.Run;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.junit.jupiter.api.Test;

class RecordProgressTest {

    private final OperationServices services = new OperationServices();
    private final RecordProgress progress = services.progress;

    @Test
    void the_aircraft_lands_everywhere_but_on_its_way_home() {
        assertThat(progress.stops(REFERENCE)).containsExactly(LILLE, PRISTINA, TIRANA);
    }

    @Test
    void it_is_cleared_once_all_is_confirmed_and_everybody_counted() {
        services.confirmUntilLondon();
        services.countAll(BE, LONDON);
        Conflict refused =
                refusal(Conflict.class, "operation.mayNotDepart", () -> progress.clear(REFERENCE, LONDON, false));
        assertThat(refused.asSentence().arguments()).startsWith("STN");
        assertThat(refused.asSentence().arguments().get(1).toString())
                .contains("GB")
                .doesNotContain("BE");

        services.countAll(GB, LONDON);
        progress.clear(REFERENCE, LONDON, false);

        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.CLEARED, null, List.of("STN"));
    }

    @Test
    void whoever_keeps_it_on_the_ground_is_named_once() {
        services.confirmUntilLondon();
        stop();
        services.gates.answerAt(
                REFERENCE,
                GatePoint.D_3,
                new AnsweringGroup(FR, Answerer.MONITOR),
                OperationServices.says(List.of(new Reply(Gate.MONITORING, Verdict.STOP, "Still nobody")), null));

        Conflict refused =
                refusal(Conflict.class, "operation.mayNotDepart", () -> progress.clear(REFERENCE, LONDON, false));

        String what = refused.asSentence().arguments().get(1).toString();
        assertThat(what).contains("FR", "G8", "BE", "GB");
        assertThat(what.split("G8", -1)).as(what).hasSize(2);
    }

    @Test
    void the_departure_is_written_down() {
        board();
        services.ports.clock.advance(Duration.ofHours(20));

        assertThat(progress.depart(REFERENCE)).isTrue();

        Flight flight = services.ports.flights.get(REFERENCE);
        assertThat(flight.stage()).isEqualTo(Stage.IN_FLIGHT);
        assertThat(flight.stageSince()).isEqualTo(services.now());
        assertThat(run()).isEqualTo(new Run(1, services.now().minus(Duration.ofHours(20)), services.now(), null));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.DEPARTED, List.of("STN"));
    }

    @Test
    void a_flight_that_was_suspended_since_it_was_cleared_stays_where_it_is() {
        board();
        services.ports.flights.put(services.ports.flights.get(REFERENCE).suspended("No permit"));

        assertThat(progress.depart(REFERENCE)).isFalse();

        assertHeldBack();
    }

    /** Finding 4: in flight no onward departure is cleared either; it is one rule for every place. */
    @Test
    void while_it_is_suspended_it_is_cleared_nowhere() {
        board();
        services.ports.flights.put(services.ports.flights.get(REFERENCE).suspended("No permit"));

        Conflict refused =
                refusal(Conflict.class, "common.flight.suspended", () -> progress.clear(REFERENCE, LONDON, false));
        assertThat(refused.asSentence().arguments()).containsExactly(REFERENCE.value(), "No permit");

        services.ports.flights.put(services.ports.flights.get(REFERENCE).resumed());
        progress.clear(REFERENCE, LONDON, false);
    }

    @Test
    void so_does_one_that_was_stopped() {
        board();
        stop();

        assertThat(progress.depart(REFERENCE)).isFalse();

        assertHeldBack();
    }

    @Test
    void it_ends_as_recalled_or_flown() {
        progress.recall(REFERENCE);
        assertThat(run().outcome()).isEqualTo(Outcome.RECALLED);
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.RECALLED);

        progress.open(REFERENCE);
        assertThat(run()).isEqualTo(new Run(2, services.now(), null, null));
        progress.flown(REFERENCE);
        assertThat(run().outcome()).isEqualTo(Outcome.FLOWN);
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.FLOWN);
    }

    @Test
    void that_each_state_takes_its_people_back_is_told() {
        progress.abort(REFERENCE);

        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.TAKEN_BACK);
    }

    @Test
    void nobody_has_flown_before_the_departure() {
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);

        assertThat(services.flown.of(REFERENCE)).isEmpty();
    }

    @Test
    void those_have_flown_who_were_counted_and_did_not_leave_on_the_way() {
        board();
        progress.depart(REFERENCE);
        services.gates.answerBeforeLeaving(
                REFERENCE,
                LILLE,
                new AnsweringGroup(GB, Answerer.DOCTOR),
                OperationServices.says(
                        List.of(new Reply(Gate.FITNESS_TO_FLY, Verdict.CONFIRMED, null)),
                        new Leavers(3, Cause.MEDICAL, "Ill")));

        assertThat(services.flown.of(REFERENCE))
                .containsExactly(entry(BE, SEATS), entry(GB, new Seats(7, 4, 1, 1, 1, 1)));
    }

    @Test
    void a_state_that_withdrew_after_its_people_were_counted_has_not_flown() {
        board();
        services.put(BE, Status.WITHDRAWN, "STN", "PRN");
        progress.depart(REFERENCE);

        assertThat(services.flown.of(REFERENCE)).containsOnlyKeys(GB);
    }

    private void board() {
        services.confirmUntilLondon();
        services.countAll(BE, LONDON);
        services.countAll(GB, LONDON);
    }

    /** A stop of the French monitor, who is asked again at boarding. */
    private void stop() {
        services.gates.answerBeforeLeaving(
                REFERENCE,
                LILLE,
                new AnsweringGroup(FR, Answerer.MONITOR),
                OperationServices.says(List.of(new Reply(Gate.MONITORING, Verdict.STOP, "Nobody is there")), null));
    }

    private Run run() {
        return services.runs.latest(REFERENCE).orElseThrow();
    }

    private void assertHeldBack() {
        assertThat(services.ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.OPERATION);
        assertThat(run().departed()).isNull();
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.HELD_BACK, List.of("STN"));
    }
}
