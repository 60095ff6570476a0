package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Looks whether every gate is confirmed that stands before the aircraft leaves the stop. */
@Component
class WeighDepartureDelegate implements JavaDelegate {

    private final GateKeeping gates;

    WeighDepartureDelegate(GateKeeping gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        OperationProcess.GATES_CONFIRMED.set(
                execution,
                gates.openBeforeLeaving(reference, OperationProcess.STOP.from(execution))
                        .isEmpty());
    }
}
