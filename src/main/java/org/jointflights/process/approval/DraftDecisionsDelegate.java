package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.funding.Decisions;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class DraftDecisionsDelegate implements JavaDelegate {

    private final Decisions decisions;

    DraftDecisionsDelegate(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.draft(FlightVariables.REFERENCE.from(execution));
    }
}
