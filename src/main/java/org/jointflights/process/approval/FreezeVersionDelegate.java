package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/**
 * Makes the version that is signed. Apart from the other delegates because it decides: without shares that are the plan's
 * nothing is frozen.
 */
@Component
class FreezeVersionDelegate implements JavaDelegate {

    private final FreezePlan versions;
    private final SplitStands splits;

    FreezeVersionDelegate(FreezePlan versions, SplitStands splits) {
        this.versions = versions;
        this.splits = splits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        boolean holds = splits.of(execution);
        FlightApprovalProcess.SPLIT_HOLDS.set(execution, holds);
        FlightApprovalProcess.APPROVED.set(execution, false);
        if (!holds) {
            throw new BpmnError(FlightApprovalProcess.SHARES_OUTDATED);
        }
        PlanVersion version = versions.freeze(reference);
        FlightApprovalProcess.TOTAL_CENTS.set(execution, version.total().minor());
        FlightApprovalProcess.REFUSED.set(execution, false);
    }
}
