package org.jointflights.process.operation;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.flight.Flight;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The line at the head of every form of the operation: which flight, where to, when. */
@Component
class FlightLine {

    static final String NAME = "flight";

    private static final DateTimeFormatter DEPARTURE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm '('VV')'", Locale.ENGLISH);

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
                "%s to %s, %s, departure %s"
                        .formatted(
                                flight.reference(),
                                flight.destination(),
                                flight.route(),
                                flight.departure().format(DEPARTURE)));
    }
}
