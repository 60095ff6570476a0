package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.FlightProgress;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Opens the operation, with no gate answered and nobody counted. */
@Component
class OpenOperationDelegate implements JavaDelegate {

    private final FlightProgress progress;

    OpenOperationDelegate(FlightProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.open(FlightVariables.REFERENCE.from(execution));
        OperationProcess.STOP.set(execution, 0);
        OperationProcess.FLOWN.set(execution, false);
        OperationProcess.RECALLED.set(execution, false);
    }
}
