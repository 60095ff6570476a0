package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.course.Course;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class LeaveStateOutDelegate implements JavaDelegate {

    private final Course course;

    LeaveStateOutDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FlightProcess.WITHDRAWALS_OPEN.set(execution, FlightProcess.WITHDRAWALS_OPEN.from(execution) + 1);
        FlightProcess.WITHDRAWALS_DONE.set(execution, false);
        course.afterWithdrawal(FlightVariables.REFERENCE.from(execution), FlightVariables.PARTY.from(execution));
    }
}
