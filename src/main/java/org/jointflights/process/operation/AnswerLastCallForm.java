package org.jointflights.process.operation;

import java.util.List;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** After landing, a state says whether a court or authority has stopped the hand-over. */
@Component
class AnswerLastCallForm extends GatesForm {

    AnswerLastCallForm(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        super("userTask_answerLastCall", flight, keeping, sheet);
    }

    @Override
    Sentence when(OpenTask open) {
        return atAirport(open);
    }

    @Override
    List<Question> asked(OpenTask open) {
        return keeping.openAtLastCall(open.reference(), open.party());
    }

    @Override
    AnsweringGroup who(OpenTask open) {
        return new AnsweringGroup(open.party(), Answerer.LEGAL);
    }

    @Override
    AnsweringGroup who(CompletedTask completed) {
        return new AnsweringGroup(completed.party(), Answerer.LEGAL);
    }

    @Override
    void answer(CompletedTask completed, AnsweringGroup who, GateReplies replies) {
        keeping.answerLastCall(completed.reference(), who, replies);
    }
}
