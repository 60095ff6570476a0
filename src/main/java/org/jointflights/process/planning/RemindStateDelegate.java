package org.jointflights.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.planning.Planning;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class RemindStateDelegate implements JavaDelegate {

    private final Planning planning;

    RemindStateDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.remind(FlightVariables.REFERENCE.from(execution), FlightVariables.PARTY.from(execution));
    }
}
