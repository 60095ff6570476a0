package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.ComputeAccounts;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class ComputeAccountsDelegate implements JavaDelegate {

    private final ComputeAccounts accounts;

    ComputeAccountsDelegate(ComputeAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        accounts.compute(FlightVariables.REFERENCE.from(execution));
        SettlementProcess.EVERYBODY_SIGNED.set(execution, false);
    }
}
