package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.process.operation.OperationCrew.FR;
import static org.jointflights.process.operation.OperationCrew.SE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.CollectReports;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.operation.Gate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kinds of flight that are not joint, through the tasks of the people concerned. */
class KindsOfFlightTest extends OperationCase {

    private static final String BOARDING = "userTask_confirmBoarding";
    private static final String COUNT = "userTask_countAboard";
    private static final String CLEAR = "userTask_clearDeparture";

    @Autowired
    Flights flights;

    @Autowired
    CollectReports monitors;

    @Test
    void people_who_leave_of_their_own_will_fly_without_decisions_notices_escorts_and_monitors() {
        OperationReference reference = flight(FlightType.VOLUNTARY, new Seats(10, 0, 1, 1, 0, 0));
        crew.start(reference);
        for (String point : List.of("D_28", "D_14", "D_7", "D_3")) {
            crew.nextPoint(reference, point);
            assertThat(users.open("userTask_confirmGates", reference).stream()
                            .flatMap(task -> crew.asks(task).stream()))
                    .as(point)
                    .isNotEmpty()
                    .doesNotContain(
                            Gate.RETURN_DECISION,
                            Gate.RETURN_DECISION_SEEN_TWICE,
                            Gate.NOTICE_AND_LAWYER,
                            Gate.MONITORING);
            crew.confirmAll("userTask_confirmGates", reference);
        }
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.clears(FR, CLEAR, reference);

        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
        assertThat(monitors.parties(reference))
                .as("who owes a monitor's report")
                .isEmpty();
    }

    @Test
    void a_collecting_flight_leaves_with_the_escorts_of_the_destination_counted() {
        OperationReference without = collecting();
        counts(without, FR, Map.of("returnees", 10, "medical", 1, "interpreters", 1, "monitors", 1, "others", 1));
        counts(without, SE, Map.of("returnees", 5));
        assertThatThrownBy(() -> crew.clears(FR, CLEAR, without))
                .hasStackTraceContaining("no escorts of the state of destination were counted aboard");
        assertThat(flights.get(without).stage()).isEqualTo(Stage.OPERATION);

        OperationReference with = collecting();
        counts(
                with,
                FR,
                Map.of(
                        "returnees", 10,
                        "medical", 1,
                        "interpreters", 1,
                        "monitors", 1,
                        "others", 1,
                        "destinationEscorts", 18));
        counts(with, SE, Map.of("returnees", 5, "destinationEscorts", 18));
        crew.clears(FR, CLEAR, with);
        assertThat(flights.get(with).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void on_no_other_flight_escorts_of_the_destination_are_counted() {
        OperationReference joint = flight(FlightType.JRO, new Seats(10, 10, 1, 1, 1, 0));
        crew.start(joint);
        crew.openBoarding(joint);
        crew.confirmAll(BOARDING, joint);

        assertThatThrownBy(() -> counts(joint, FR, Map.of("returnees", 10, "destinationEscorts", 1)))
                .hasStackTraceContaining("only on a collecting flight");
        assertThat(users.open(COUNT, joint)).hasSize(1);
    }

    private OperationReference collecting() {
        OperationReference reference = flight(FlightType.CRO, new Seats(10, 0, 1, 1, 1, 1));
        crew.takesPart(reference, SE, new Seats(5, 0, 0, 0, 0, 0), "CDG", null);
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        Task count = crew.open("FRescortleader", COUNT, reference);
        assertThat(users.shown(count, "asksDestinationEscorts")).isEqualTo("yes");
        return reference;
    }

    private OperationReference flight(FlightType kind, Seats french) {
        OperationReference reference = crew.flight(
                kind,
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("TIA", Purpose.DESTINATION, 1600),
                new Stop("CDG", Purpose.RETURN, 1600));
        crew.takesPart(reference, FR, french, "CDG", null);
        return reference;
    }

    private void counts(OperationReference reference, Party party, Map<String, ?> counted) {
        crew.leader(party).completes(COUNT, reference, counted);
        users.runJobs(reference);
    }
}
