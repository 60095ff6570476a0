package org.jointflights.process.costs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.costs.ShareAnswers;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class CountAnswersDelegate implements JavaDelegate {

    private final ShareAnswers answers;

    CountAnswersDelegate(ShareAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean agreed = answers.everybodyAccepts(FlightVariables.REFERENCE.from(execution));
        long round = CostSharingProcess.ROUND.from(execution);
        CostSharingProcess.SHARES_AGREED.set(execution, agreed);
        CostSharingProcess.ROUNDS_LEFT.set(execution, round < CostSharingProcess.MOST_ROUNDS);
        CostSharingProcess.ROUND.set(execution, agreed ? round : round + 1);
    }
}
