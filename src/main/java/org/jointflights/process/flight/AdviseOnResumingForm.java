package org.jointflights.process.flight;

import java.util.Set;
import org.jointflights.application.flight.acts.AdviseOnResuming;
import org.jointflights.application.flight.acts.AdviseOnResuming.Advice;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A fundamental-rights officer advises for or against letting a suspended flight go on; the executive is asked only then. */
@Component
class AdviseOnResumingForm implements TaskForm {

    private final AdviseOnResuming advising;
    private final SuspensionView view;

    AdviseOnResumingForm(AdviseOnResuming advising, SuspensionView view) {
        this.advising = advising;
        this.view = view;
    }

    @Override
    public String task() {
        return FlightProcess.ADVISE_ON_RESUMING;
    }

    @Override
    public Set<String> fields() {
        return Set.of("advice", "adviceReasons");
    }

    @Override
    public Set<String> shows() {
        return SuspensionView.shows();
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
    }

    @Override
    public void complete(CompletedTask task) {
        advising.advise(
                task.reference(),
                task.answers().choice("advice", Advice.class),
                task.answers().remark("adviceReasons"));
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }
}
