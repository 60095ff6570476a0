package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A state's escort leader counts its people on board at the start. */
@Component
class CountAboardForm implements TaskForm {

    private final FlightLine flight;
    private final AboardFields aboard;

    CountAboardForm(FlightLine flight, AboardFields aboard) {
        this.flight = flight;
        this.aboard = aboard;
    }

    @Override
    public String task() {
        return "userTask_countAboard";
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
