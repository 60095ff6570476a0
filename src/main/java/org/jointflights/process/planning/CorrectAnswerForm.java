package org.jointflights.process.planning;

import java.util.Set;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class CorrectAnswerForm implements TaskForm {

    private final OfferAnswer answer;

    CorrectAnswerForm(OfferAnswer answer) {
        this.answer = answer;
    }

    @Override
    public String task() {
        return "userTask_correctAnswer";
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
    public boolean isEndedByAct() {
        return true;
    }

    @Override
    public void open(OpenTask task) {
        answer.show(task);
        answer.prefill(task);
    }

    @Override
    public void complete(CompletedTask task) {
        answer.take(task);
    }
}
