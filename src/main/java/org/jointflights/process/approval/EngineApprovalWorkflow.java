package org.jointflights.process.approval;

import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.approval.ApprovalWorkflow;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

@Component
class EngineApprovalWorkflow implements ApprovalWorkflow {

    private final RuntimeService runtime;

    EngineApprovalWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void planChanged(OperationReference reference) {
        long waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(FlightApprovalProcess.PLAN_CHANGED)
                .processInstanceBusinessKey(reference.value())
                .count();
        if (waiting > 0) {
            runtime.createMessageCorrelation(FlightApprovalProcess.PLAN_CHANGED)
                    .processInstanceBusinessKey(reference.value())
                    .correlate();
        }
    }
}
