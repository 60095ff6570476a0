package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.FlightProgress;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Records that the people were not brought to the destination. */
@Component
class RecordAbortDelegate implements JavaDelegate {

    private final FlightProgress progress;

    RecordAbortDelegate(FlightProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.abort(FlightVariables.REFERENCE.from(execution));
    }
}
