package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.RemindClaimants;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class RemindClaimantsDelegate implements JavaDelegate {

    private final RemindClaimants reminders;

    RemindClaimantsDelegate(RemindClaimants reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(FlightVariables.REFERENCE.from(execution));
    }
}
