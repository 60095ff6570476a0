package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.SettleTransfers;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class RemindDebtorsDelegate implements JavaDelegate {

    private final SettleTransfers transfers;

    RemindDebtorsDelegate(SettleTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        transfers.remindDebtors(FlightVariables.REFERENCE.from(execution));
    }
}
