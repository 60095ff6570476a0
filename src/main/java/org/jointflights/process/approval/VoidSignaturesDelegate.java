package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.Versions;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class VoidSignaturesDelegate implements JavaDelegate {

    private final Versions versions;

    VoidSignaturesDelegate(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        versions.makeVoidAsPlanChanged(FlightVariables.REFERENCE.from(execution));
    }
}
