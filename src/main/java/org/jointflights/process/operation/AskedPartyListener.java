package org.jointflights.process.operation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.safeguard.Respondent;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Tells each gate task for which state it is, so that the work log knows it. */
@Component
class AskedPartyListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        Respondent who =
                Respondent.of(OperationProcess.ASKED.from(execution), FlightVariables.ORGANISER.from(execution));
        execution.setVariableLocal(FlightVariables.PARTY.name(), FlightVariables.PARTY.stored(who.party()));
    }
}
