package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.FlightProgress;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Records that the operation was flown. */
@Component
class RecordFlownDelegate implements JavaDelegate {

    private final FlightProgress progress;

    RecordFlownDelegate(FlightProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.flown(FlightVariables.REFERENCE.from(execution));
        OperationProcess.FLOWN.set(execution, true);
    }
}
