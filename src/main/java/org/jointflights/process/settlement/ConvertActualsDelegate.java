package org.jointflights.process.settlement;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.accounts.ConvertActuals;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class ConvertActualsDelegate implements JavaDelegate {

    private final ConvertActuals claims;

    ConvertActualsDelegate(ConvertActuals claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            claims.convert(FlightVariables.REFERENCE.from(execution));
        } catch (RateMissing missing) {
            SettlementProcess.MISSING_CURRENCY.set(execution, missing.currency());
            SettlementProcess.MISSING_MONTH.set(execution, missing.month());
            throw new BpmnError(SettlementProcess.RATE_MISSING, missing.getMessage());
        }
    }
}
