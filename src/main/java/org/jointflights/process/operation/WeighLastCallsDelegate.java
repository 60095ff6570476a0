package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.HeadCounting;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Looks whether everybody whose journey ends at the stop may be handed over. */
@Component
class WeighLastCallsDelegate implements JavaDelegate {

    private final HeadCounting people;

    WeighLastCallsDelegate(HeadCounting people) {
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        int stop = OperationProcess.STOP.from(execution);
        OperationProcess.LAST_CALLS_CLEAR.set(
                execution, people.cleared(reference, stop).equals(people.lastCalls(reference, stop)));
    }
}
