package org.jointflights.process.flight;

import java.util.Set;
import org.jointflights.application.flight.acts.ResumeFlight;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The executive lets a suspended flight go on, having read what was advised; refused until somebody has advised. */
@Component
class ResumeFlightForm implements TaskForm {

    private final ResumeFlight flight;
    private final SuspensionView view;

    ResumeFlightForm(ResumeFlight flight, SuspensionView view) {
        this.flight = flight;
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
        return SuspensionView.shows("adviceGiven", "reasonsOfAdvice");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        view.showAdvice(task);
    }

    /** In models that do not ask for advice it is given after the task has come. */
    @Override
    public void claimed(OpenTask task) {
        view.showAdvice(task);
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
