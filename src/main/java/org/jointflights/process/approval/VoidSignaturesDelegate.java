package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.Versions;
import org.jointflights.application.costs.SplitCosts;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class VoidSignaturesDelegate implements JavaDelegate {

    private final Versions versions;
    private final SplitCosts splits;

    VoidSignaturesDelegate(Versions versions, SplitCosts splits) {
        this.versions = versions;
        this.splits = splits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        versions.makeVoidAsPlanChanged(reference);
        FlightApprovalProcess.SPLIT_HOLDS.set(execution, splits.isOfThePlan(reference));
        FlightApprovalProcess.APPROVED.set(execution, false);
    }
}
