package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.GateAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a flight stands, and what opens next where it waits for nobody. */
@Component
class ReadStanding {

    private final Positions positions;
    private final AnswerGates gates;
    private final SubmitFlightAct acts;

    ReadStanding(Positions positions, AnswerGates gates, SubmitFlightAct acts) {
        this.positions = positions;
        this.gates = gates;
        this.acts = acts;
    }

    FlightFile.Standing read(FlightFile.Head head, KnownToReader known) {
        Flight flight = head.flight();
        OperationReference reference = flight.reference();
        Viewer viewer = known.viewer();
        return new FlightFile.Standing(
                known.orders(gates.openOrders(reference)),
                known.stops(stops(flight, viewer)),
                positions.of(reference).stream()
                        .filter(place -> viewer.seesDetailsOf(place.party()))
                        .toList(),
                possible(head),
                opening(head, known));
    }

    /** What ends tasks is possible only while one of them is open: before and afterwards there is nothing to end. */
    private List<FlightAct> possible(FlightFile.Head head) {
        return acts.possible(head.flight().reference()).stream()
                .filter(act -> head.actEndsTask() || !act.endsTasks())
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

    /** Until departure the operation waits for its gates to open, by the date of the flight, and for nothing else. */
    private FlightFile.@Nullable Opening opening(FlightFile.Head head, KnownToReader known) {
        boolean waits = head.flight().stage() == Stage.OPERATION && head.waits().isEmpty() && !head.failed();
        if (!waits || known.reader().leftAt() != null) {
            return null;
        }
        return gates.nextOpening(head.flight().reference())
                .map(next -> {
                    List<String> told = new ArrayList<>(next.groups());
                    told.removeIf(group -> !known.viewer().seesDetailsOf(Viewer.partyOf(group)));
                    return new FlightFile.Opening(
                            next.at(),
                            next.point(),
                            told,
                            told.size() < next.groups().size());
                })
                .orElse(null);
    }
}
