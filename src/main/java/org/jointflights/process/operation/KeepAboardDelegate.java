package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.HeadCounting;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Keeps the people aboard whose last call is not clear. */
@Component
class KeepAboardDelegate implements JavaDelegate {

    private final HeadCounting people;

    KeepAboardDelegate(HeadCounting people) {
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        people.keepAboard(FlightVariables.REFERENCE.from(execution), OperationProcess.STOP.from(execution));
    }
}
