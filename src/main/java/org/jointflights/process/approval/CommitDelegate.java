package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.PlanMoved;
import org.jointflights.application.approval.Versions;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CommitDelegate implements JavaDelegate {

    private final Versions versions;

    CommitDelegate(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            versions.commit(FlightVariables.REFERENCE.from(execution));
            FlightApprovalProcess.APPROVED.set(execution, true);
        } catch (PlanMoved moved) {
            throw new BpmnError(FlightApprovalProcess.PLAN_MOVED, moved.getMessage());
        }
    }
}
