package org.jointflights.process.operation;

import org.jointflights.application.operation.RecordProgress;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The line at the head of every form of the operation, and the airport that it is about. */
@Component
class FlightLine {

    static final String NAME = FlightView.FLIGHT;

    private final FlightView view;
    private final RecordProgress progress;

    FlightLine(FlightView view, RecordProgress progress) {
        this.view = view;
        this.progress = progress;
    }

    /** The airport where the aircraft stands, or lands next. */
    String airport(OpenTask task) {
        return progress.airport(task.reference(), task.read(OperationProcess.STOP));
    }

    void show(OpenTask task) {
        view.showFlight(task);
    }
}
