package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.Versions;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class FreezeVersionDelegate implements JavaDelegate {

    private final Versions versions;

    FreezeVersionDelegate(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanVersion version = versions.freeze(FlightVariables.REFERENCE.from(execution));
        FlightApprovalProcess.TOTAL_CENTS.set(execution, version.total().minor());
        FlightApprovalProcess.REFUSED.set(execution, false);
    }
}
