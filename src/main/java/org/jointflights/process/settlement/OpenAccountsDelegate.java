package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.OpenAccounts;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class OpenAccountsDelegate implements JavaDelegate {

    private final OpenAccounts accounts;

    OpenAccountsDelegate(OpenAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettlementProcess.CLAIMS_DUE.set(execution, accounts.open(FlightVariables.REFERENCE.from(execution)));
    }
}
