package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jointflights.application.costs.SplitCosts;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Whether what was agreed about the costs still is what would be signed. */
@Component
class SplitStands {

    private final SplitCosts splits;
    private final ContractCarrier contracting;

    SplitStands(SplitCosts splits, ContractCarrier contracting) {
        this.splits = splits;
        this.contracting = contracting;
    }

    /** Not while the carrier owes a new price; processes that began before it was asked for have no task in which to enter it. */
    boolean of(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        boolean asks = execution.getBpmnModelInstance().getModelElementById(FlightApprovalProcess.ENDED) != null;
        return splits.isOfThePlan(reference) && !(asks && contracting.owesNewPrice(reference));
    }
}
