package org.jointflights.process.costs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.costs.ShareAnswers;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class RemindPartiesDelegate implements JavaDelegate {

    private final ShareAnswers answers;

    RemindPartiesDelegate(ShareAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.remind(FlightVariables.REFERENCE.from(execution));
    }
}
