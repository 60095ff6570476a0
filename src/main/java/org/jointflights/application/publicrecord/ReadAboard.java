package org.jointflights.application.publicrecord;

import java.util.Map;
import java.util.Optional;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.operation.OperationRuns.Run;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.publicrecord.Ending;
import org.jointflights.domain.publicrecord.MonitorsAboard;
import org.jointflights.domain.publicrecord.PublicRecord.Aboard;
import org.jointflights.domain.publicrecord.ReportsIn;
import org.jointflights.domain.publicrecord.ToldCount;
import org.springframework.stereotype.Component;

/** How a flight ended, and who was flown: totals alone. */
@Component
class ReadAboard {

    private final OperationRuns runs;
    private final ReadFlownSeats flown;
    private final Participations participations;
    private final MonitorReports reports;

    ReadAboard(OperationRuns runs, ReadFlownSeats flown, Participations participations, MonitorReports reports) {
        this.runs = runs;
        this.flown = flown;
        this.participations = participations;
        this.reports = reports;
    }

    Ending ending(OperationReference reference) {
        Optional<Run> left = runs.latest(reference).filter(run -> run.departed() != null);
        if (left.isEmpty()) {
            return Ending.NOT_FLOWN;
        }
        Outcome outcome = left.get().outcome();
        if (outcome == null) {
            return Ending.CARRIED_OUT;
        }
        return switch (outcome) {
            case FLOWN -> Ending.CARRIED_OUT;
            case RECALLED -> Ending.NOT_FLOWN;
            case ABORTED -> Ending.TURNED_BACK;
            case REFUSED_ON_ARRIVAL -> Ending.REFUSED_ON_ARRIVAL;
        };
    }

    Aboard aboard(Flight flight) {
        Map<Party, Seats> counted = flown.of(flight.reference());
        Seats all = counted.values().stream().reduce(Seats.NONE, Seats::plus);
        Journey journey = Journey.of(flight, participations.of(flight.reference()));
        boolean willBeAsked = flight.type().isMonitored() && flight.stage() == Stage.SETTLEMENT;
        return new Aboard(
                ToldCount.of(all.returnees()),
                ToldCount.of(all.staff()),
                MonitorsAboard.onEveryLeg(journey, counted),
                ReportsIn.of(reports.of(flight.reference()), willBeAsked));
    }
}
