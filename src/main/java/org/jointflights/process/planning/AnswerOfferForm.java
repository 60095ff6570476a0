package org.jointflights.process.planning;

import java.util.Set;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class AnswerOfferForm implements TaskForm {

    private final OfferAnswer answer;

    AnswerOfferForm(OfferAnswer answer) {
        this.answer = answer;
    }

    @Override
    public String task() {
        return "userTask_answerOffer";
    }

    @Override
    public Set<String> fields() {
        return OfferAnswer.FIELDS;
    }

    @Override
    public Set<String> shows() {
        return OfferAnswer.SHOWS;
    }

    @Override
    public void open(OpenTask task) {
        answer.show(task);
    }

    @Override
    public void dueAnew(OpenTask task) {
        answer.showDeadline(task);
    }

    @Override
    public void complete(CompletedTask task) {
        answer.take(task);
    }
}
