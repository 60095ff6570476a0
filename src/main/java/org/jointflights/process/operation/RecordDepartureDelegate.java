package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.FlightProgress;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Records that the aircraft has left, unless something came in between. */
@Component
class RecordDepartureDelegate implements JavaDelegate {

    private final FlightProgress progress;

    RecordDepartureDelegate(FlightProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationProcess.DEPARTED.set(execution, progress.depart(FlightVariables.REFERENCE.from(execution)));
    }
}
