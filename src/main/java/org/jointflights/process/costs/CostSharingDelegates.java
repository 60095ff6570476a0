package org.jointflights.process.costs;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.costs.AnswerShares;
import org.jointflights.application.costs.ConvertCosts;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.domain.money.RateMissing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code costSharing}, by the names in the model; the split itself is a class of its own. */
@Configuration(proxyBeanMethods = false)
class CostSharingDelegates {

    /** Whether the carrier under contract has named no price for the plan as it is now. */
    @Bean
    ExecutionListener newPriceAskedListener(ContractCarrier contracting) {
        return execution ->
                CostSharingProcess.NEW_PRICE_ASKED.set(execution, contracting.owesNewPrice(REFERENCE.from(execution)));
    }

    /** Converts items in other currencies; the model asks for a rate that is missing. */
    @Bean
    JavaDelegate convertItemsDelegate(ConvertCosts costs) {
        return execution -> {
            try {
                costs.convert(REFERENCE.from(execution));
            } catch (RateMissing missing) {
                CostSharingProcess.MISSING_CURRENCY.set(execution, missing.currency());
                CostSharingProcess.MISSING_MONTH.set(execution, missing.month());
                throw new BpmnError(CostSharingProcess.RATE_MISSING, missing.getMessage());
            }
        };
    }

    /** Tells the model whether everybody accepts, and if not whether another round is left, which then begins. */
    @Bean
    JavaDelegate countAnswersDelegate(AnswerShares answers) {
        return execution -> {
            boolean agreed = answers.everybodyAccepts(REFERENCE.from(execution));
            long round = CostSharingProcess.ROUND.from(execution);
            CostSharingProcess.SHARES_AGREED.set(execution, agreed);
            CostSharingProcess.ROUNDS_LEFT.set(execution, round < CostSharingProcess.MOST_ROUNDS);
            CostSharingProcess.ROUND.set(execution, agreed ? round : round + 1);
        };
    }
}
