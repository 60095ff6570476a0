package org.jointflights.application.overview;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.GateAnswer;
import org.springframework.stereotype.Component;

/** Where a flight stands and what it waits for. */
@Component
class ReadStanding {

    private final Suspensions suspensions;
    private final OpenTasks tasks;
    private final FlightFailures failed;
    private final Positions positions;
    private final AnswerGates gates;
    private final ReadHeads heads;
    private final SubmitFlightAct acts;
    private final Clock clock;

    ReadStanding(
            Suspensions suspensions,
            OpenTasks tasks,
            FlightFailures failed,
            Positions positions,
            AnswerGates gates,
            ReadHeads heads,
            SubmitFlightAct acts,
            Clock clock) {
        this.suspensions = suspensions;
        this.tasks = tasks;
        this.failed = failed;
        this.positions = positions;
        this.gates = gates;
        this.heads = heads;
        this.acts = acts;
        this.clock = clock;
    }

    FlightFile.Standing read(Flight flight, KnownToReader known) {
        OperationReference reference = flight.reference();
        Viewer viewer = known.viewer();
        Set<OperationReference> only = Set.of(reference);
        List<WaitingTask> open = tasks.of(only).getOrDefault(reference, List.of());
        return new FlightFile.Standing(
                flight.isSuspended()
                        ? known.suspension(suspensions.current(reference).orElse(null))
                        : null,
                known.orders(gates.openOrders(reference)),
                gates.rules(reference),
                known.stops(stops(flight, viewer)),
                known.counts(heads.counted(reference)),
                known.restraints(heads.restraints(reference)),
                ListFlights.waits(open, viewer, known.reader().leftAt() != null, clock.instant()),
                positions.of(reference).stream()
                        .filter(place -> viewer.seesDetailsOf(place.party()))
                        .toList(),
                !failed.among(only).isEmpty(),
                possible(reference, open));
    }

    /** What ends tasks is possible only while one of them is open: before and afterwards there is nothing to end. */
    private List<FlightAct> possible(OperationReference reference, List<WaitingTask> tasks) {
        boolean somethingToEnd = tasks.stream().anyMatch(WaitingTask::isEndedByAct);
        return acts.possible(reference).stream()
                .filter(act -> somethingToEnd || !act.endsTasks())
                .toList();
    }

    /** What stops the flight now: told to the state, to the organiser and to those who see all; the reasons are not. */
    private List<GateAnswer> stops(Flight flight, Viewer viewer) {
        if (flight.stage() != Stage.OPERATION && flight.stage() != Stage.IN_FLIGHT) {
            return List.of();
        }
        return gates.openStops(flight.reference()).stream()
                .filter(stop -> stop.question().gate().isForFlight()
                        || viewer.seesDetailsOf(stop.question().party())
                        || viewer.parties().contains(flight.organiser()))
                .toList();
    }
}
