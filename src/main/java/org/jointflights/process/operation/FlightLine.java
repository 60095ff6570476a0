package org.jointflights.process.operation;

import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.flight.Flight;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The line at the head of every form of the operation: which flight, where to, when. */
@Component
class FlightLine {

    static final String NAME = "flight";

    private final Flights flights;
    private final RecordProgress progress;

    FlightLine(Flights flights, RecordProgress progress) {
        this.flights = flights;
        this.progress = progress;
    }

    /** The airport where the aircraft stands, or lands next. */
    String airport(OpenTask task) {
        return progress.airport(task.reference(), task.read(OperationProcess.STOP));
    }

    void show(OpenTask task) {
        Flight flight = flights.get(task.reference());
        task.show(
                NAME,
                FormLanguage.say(
                        "flight.form.line",
                        flight.reference(),
                        flight.destination(),
                        flight.route(),
                        FormLanguage.moment(flight.departure())));
    }
}
