package org.jointflights.process.costs;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.costs.ConvertCosts;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class ConvertItemsDelegate implements JavaDelegate {

    private final ConvertCosts costs;

    ConvertItemsDelegate(ConvertCosts costs) {
        this.costs = costs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            costs.convert(FlightVariables.REFERENCE.from(execution));
        } catch (RateMissing missing) {
            CostSharingProcess.MISSING_CURRENCY.set(execution, missing.currency());
            CostSharingProcess.MISSING_MONTH.set(execution, missing.month());
            throw new BpmnError(CostSharingProcess.RATE_MISSING, missing.getMessage());
        }
    }
}
