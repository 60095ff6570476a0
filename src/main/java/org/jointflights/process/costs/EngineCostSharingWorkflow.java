package org.jointflights.process.costs;

import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.costs.CostSharingWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.springframework.stereotype.Component;

@Component
class EngineCostSharingWorkflow implements CostSharingWorkflow {

    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineCostSharingWorkflow(RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** At most one round of a flight waits for it; where none does, nobody has answered anything yet. */
    @Override
    public void planChanged(OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(CostSharingProcess.PLAN_CHANGED)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
