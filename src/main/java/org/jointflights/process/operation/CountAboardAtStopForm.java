package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A state's escort leader counts its people who boarded at a stop-over. */
@Component
class CountAboardAtStopForm implements TaskForm {

    private final FlightLine flight;
    private final AboardFields aboard;

    CountAboardAtStopForm(FlightLine flight, AboardFields aboard) {
        this.flight = flight;
        this.aboard = aboard;
    }

    @Override
    public String task() {
        return "userTask_countAboardAtStop";
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
