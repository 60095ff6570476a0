package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.course.Course;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class FlightStageListener implements ExecutionListener {

    private final Course course;

    FlightStageListener(Course course) {
        this.course = course;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Stage stage = FlightProcess.STAGES.get(execution.getCurrentActivityId());
        if (stage == null) {
            throw new IllegalStateException("no stage belongs to " + execution.getCurrentActivityId());
        }
        course.reached(FlightVariables.REFERENCE.from(execution), stage);
    }
}
