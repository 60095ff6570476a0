package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.contracting.Contracting;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CheckContractDelegate implements JavaDelegate {

    private final Contracting contracting;

    CheckContractDelegate(Contracting contracting) {
        this.contracting = contracting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FlightProcess.CONTRACT_STANDS.set(execution, contracting.stands(FlightVariables.REFERENCE.from(execution)));
    }
}
