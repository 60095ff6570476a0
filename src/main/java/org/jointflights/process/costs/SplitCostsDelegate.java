package org.jointflights.process.costs;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.costs.AnswerShares;
import org.jointflights.application.costs.CannotDivide;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.SplitCosts;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/**
 * Divides the costs. Apart from the other delegates because it keeps count of the rounds and has three outcomes: shares to
 * answer, shares by a key that is fixed, and no division at all.
 */
@Component
class SplitCostsDelegate implements JavaDelegate {

    private final SplitCosts costs;

    SplitCostsDelegate(SplitCosts costs) {
        this.costs = costs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OperationReference reference = FlightVariables.REFERENCE.from(execution);
        long round = CostSharingProcess.ROUND.find(execution).orElse(1L);
        boolean fixed = CostSharingProcess.KEY_FIXED.find(execution).orElse(false);
        CostSharingProcess.ROUND.set(execution, round);
        CostSharingProcess.KEY_FIXED.set(execution, fixed);
        CostSharingProcess.SHARES_AGREED.set(execution, fixed);
        CostSharingProcess.NOT_DIVIDED.set(execution, "");
        try {
            Split split = fixed ? costs.byFixedKey(reference, (int) round) : costs.forAnswers(reference, (int) round);
            CostSharingProcess.ANSWERS_DUE.set(execution, AnswerShares.dueFor(split.at()));
        } catch (CannotDivide cannot) {
            CostSharingProcess.SHARES_AGREED.set(execution, false);
            CostSharingProcess.ROUNDS_LEFT.set(execution, true);
            CostSharingProcess.NOT_DIVIDED.set(execution, SentenceJson.writeWhole(cannot.why()));
            throw new BpmnError(CostSharingProcess.CANNOT_DIVIDE);
        }
    }
}
