package org.jointflights.process.operation;

import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correlates by name and business key; an operation that has departed, or is not running, is not told. */
@Component
class EngineOperationWorkflow implements OperationWorkflow {

    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineOperationWorkflow(@Lazy RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void stateWithdrew(OperationReference reference) {
        tell(OperationProcess.STATE_WITHDREW_MESSAGE, reference);
    }

    /** The model has one message for whatever changes whom it asks. */
    @Override
    public void askAnew(OperationReference reference) {
        tell(OperationProcess.STATE_WITHDREW_MESSAGE, reference);
    }

    private void tell(String message, OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
