package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Looks whether every gate of the point is confirmed. */
@Component
class WeighGatesDelegate implements JavaDelegate {

    private final GateKeeping gates;

    WeighGatesDelegate(GateKeeping gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        OperationProcess.GATES_CONFIRMED.set(
                execution,
                gates.openAt(reference, OperationProcess.POINT.from(execution)).isEmpty());
    }
}
