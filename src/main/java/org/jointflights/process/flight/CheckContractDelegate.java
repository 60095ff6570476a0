package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.contracting.Contracting;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.Variable;
import org.springframework.stereotype.Component;

/** No model of today calls it; flights that were begun on an earlier one still do. */
@Component
class CheckContractDelegate implements JavaDelegate {

    private static final Variable<Boolean> CONTRACT_STANDS = Variable.flag("contractStands");

    private final Contracting contracting;

    CheckContractDelegate(Contracting contracting) {
        this.contracting = contracting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONTRACT_STANDS.set(execution, contracting.stands(FlightVariables.REFERENCE.from(execution)));
    }
}
