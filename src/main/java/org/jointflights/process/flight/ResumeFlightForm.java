package org.jointflights.process.flight;

import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.ResumeFlight;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ResumeFlightForm implements TaskForm {

    private final ResumeFlight flight;
    private final Flights flights;
    private final FlightView view;

    ResumeFlightForm(ResumeFlight flight, Flights flights, FlightView view) {
        this.flight = flight;
        this.flights = flights;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_resumeFlight";
    }

    @Override
    public Set<String> fields() {
        return Set.of("reason");
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "suspendedFor");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.show("suspendedFor", flights.get(task.reference()).suspendedFor());
    }

    @Override
    public void complete(CompletedTask task) {
        flight.resume(task.reference(), task.answers().remark("reason"));
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }
}
