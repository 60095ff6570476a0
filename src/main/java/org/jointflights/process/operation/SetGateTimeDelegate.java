package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.safeguard.GatePoint;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Sets when the gates of the point ahead may be answered, and by when they should be. */
@Component
class SetGateTimeDelegate implements JavaDelegate {

    private final GateKeeping gates;

    SetGateTimeDelegate(GateKeeping gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        GatePoint point = OperationProcess.POINT.from(execution);
        OperationProcess.GATE_OPENS_AT.set(
                execution, gates.opensAt(reference, point).toString());
        OperationProcess.GATES_DUE_AT.set(
                execution, gates.dueAt(reference, point).toString());
    }
}
