package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.SettleTransfers;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CloseAccountsDelegate implements JavaDelegate {

    private final SettleTransfers transfers;

    CloseAccountsDelegate(SettleTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        transfers.close(FlightVariables.REFERENCE.from(execution));
    }
}
