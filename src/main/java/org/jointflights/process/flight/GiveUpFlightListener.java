package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.course.Course;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class GiveUpFlightListener implements ExecutionListener {

    private final Course course;

    GiveUpFlightListener(Course course) {
        this.course = course;
    }

    @Override
    public void notify(DelegateExecution execution) {
        course.giveUp(FlightVariables.REFERENCE.from(execution));
    }
}
