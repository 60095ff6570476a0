package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.domain.safeguard.GatePoint;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Sets when people are in the assembly area. */
@Component
class SetBoardingTimeDelegate implements JavaDelegate {

    private final GateKeeping gates;

    SetBoardingTimeDelegate(GateKeeping gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationProcess.BOARDING_OPENS_AT.set(
                execution,
                gates.opensAt(FlightVariables.REFERENCE.from(execution), GatePoint.BOARDING)
                        .toString());
    }
}
