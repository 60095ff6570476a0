package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/**
 * Records that the aircraft has left, unless something came in between. Apart from the other delegates because it reads the
 * model, which in flights begun earlier does not ask.
 */
@Component
class RecordDepartureDelegate implements JavaDelegate {

    /** Where the model asks whether it left. */
    static final String ASKED = "gateway_departed";

    private final RecordProgress progress;

    RecordDepartureDelegate(RecordProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        boolean departed = progress.depart(reference);
        if (!departed && execution.getBpmnModelInstance().getModelElementById(ASKED) == null) {
            // A flight begun on an earlier model would go on as if it had left: its step fails instead, nothing is
            // kept.
            throw new IllegalStateException(reference + " was held back, and its model does not ask whether it left");
        }
        OperationProcess.DEPARTED.set(execution, departed);
    }
}
