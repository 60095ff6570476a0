package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.course.Course;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CloseFlightDelegate implements JavaDelegate {

    private final Course course;

    CloseFlightDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.reached(FlightVariables.REFERENCE.from(execution), Stage.CLOSED);
    }
}
