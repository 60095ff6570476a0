package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.PlanMoved;
import org.jointflights.application.approval.Versions;
import org.jointflights.application.contracting.Contracting;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CommitDelegate implements JavaDelegate {

    private final Versions versions;
    private final Contracting contracting;

    CommitDelegate(Versions versions, Contracting contracting) {
        this.versions = versions;
        this.contracting = contracting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            OperationReference reference = FlightVariables.REFERENCE.from(execution);
            versions.commit(reference);
            FlightApprovalProcess.APPROVED.set(execution, true);
            FlightApprovalProcess.CONTRACT_STANDS.set(execution, contracting.stands(reference));
        } catch (PlanMoved moved) {
            throw new BpmnError(FlightApprovalProcess.PLAN_MOVED, moved.getMessage());
        }
    }
}
