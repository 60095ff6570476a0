package org.jointflights.process.closing;

import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.closing.RetentionWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.incidents.FileRetentionProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineRetentionWorkflow implements RetentionWorkflow {

    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineRetentionWorkflow(@Lazy RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void holdsLifted(OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(FileRetentionProcess.HOLDS_LIFTED)
                .processInstanceVariableEquals(
                        FlightVariables.REFERENCE.name(), FlightVariables.REFERENCE.stored(reference))
                .correlateAll());
        // None waits before the term is over: then nothing is held when it is.
        engine.run(() -> runtime.createMessageCorrelation(RetentionProcess.HOLDS_LIFTED)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
