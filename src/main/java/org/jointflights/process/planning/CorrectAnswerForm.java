package org.jointflights.process.planning;

import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The same questions once more, with what was answered, until the answer is final or the time is over. */
@Component
class CorrectAnswerForm extends AnswerOfferForm {

    private final OfferAnswer answer;

    CorrectAnswerForm(OfferAnswer answer) {
        super(answer);
        this.answer = answer;
    }

    @Override
    public String task() {
        return "userTask_correctAnswer";
    }

    @Override
    public boolean isEndedByAct() {
        return true;
    }

    @Override
    public void open(OpenTask task) {
        super.open(task);
        answer.prefill(task);
    }
}
