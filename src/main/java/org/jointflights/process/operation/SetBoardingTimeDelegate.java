package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.safeguard.GatePoint;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Sets when people are in the assembly area, and when the aircraft is to leave. */
@Component
class SetBoardingTimeDelegate implements JavaDelegate {

    private final GateKeeping gates;

    SetBoardingTimeDelegate(GateKeeping gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        OperationProcess.BOARDING_OPENS_AT.set(
                execution, gates.opensAt(reference, GatePoint.BOARDING).toString());
        OperationProcess.DEPARTURE_DUE_AT.set(
                execution, gates.dueAt(reference, GatePoint.BOARDING).toString());
    }
}
