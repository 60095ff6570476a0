package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;

/** A state's escort leader counts its people who boarded at the start or at a stop-over. */
class CountAboardForm implements TaskForm {

    private final String task;
    private final FlightLine flight;
    private final AboardFields aboard;

    CountAboardForm(String task, FlightLine flight, AboardFields aboard) {
        this.task = task;
        this.flight = flight;
        this.aboard = aboard;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return AboardFields.FIELDS;
    }

    @Override
    public Set<String> shows() {
        return AboardFields.SHOWS;
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        aboard.open(task);
    }

    @Override
    public void complete(CompletedTask task) {
        aboard.complete(task);
    }
}
