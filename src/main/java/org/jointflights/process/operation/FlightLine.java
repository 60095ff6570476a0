package org.jointflights.process.operation;

import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.operation.RecordLanding;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The line at the head of every form of the operation, and the airport that it is about. */
@Component
class FlightLine {

    static final String NAME = FlightView.FLIGHT;

    private final FlightView view;
    private final RecordLanding landings;

    FlightLine(FlightView view, RecordLanding landings) {
        this.view = view;
        this.landings = landings;
    }

    /** The airport where the aircraft stands, or lands next, as people read it. */
    PlaceName airport(OpenTask task) {
        return new PlaceName(landings.airport(task.reference(), task.read(OperationProcess.STOP)));
    }

    void show(OpenTask task) {
        view.showFlight(task);
    }
}
