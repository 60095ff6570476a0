package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.FlightProgress;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Records that the flight was called back before it left. */
@Component
class RecordRecallDelegate implements JavaDelegate {

    private final FlightProgress progress;

    RecordRecallDelegate(FlightProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.recall(FlightVariables.REFERENCE.from(execution));
        OperationProcess.RECALLED.set(execution, true);
    }
}
