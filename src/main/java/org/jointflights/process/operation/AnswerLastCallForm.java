package org.jointflights.process.operation;

import java.util.List;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** After landing, a group says whether anything has stopped the hand-over: of a state's people, or of everybody's. */
@Component
class AnswerLastCallForm extends GatesForm {

    private final CountHeads people;

    AnswerLastCallForm(FlightLine flight, AnswerGates keeping, GateSheet sheet, CountHeads people) {
        super("userTask_answerLastCall", flight, keeping, sheet);
        this.people = people;
    }

    @Override
    Sentence when(OpenTask open) {
        return atAirport(open);
    }

    @Override
    List<Question> asked(OpenTask open) {
        int stop = open.read(OperationProcess.STOP);
        return keeping.openAtLastCall(open.reference(), people.lastCalls(open.reference(), stop));
    }

    /** Operations that began under the model before ask each state's legal verifiers, and name no group. */
    @Override
    AnsweringGroup who(OpenTask open) {
        return open.find(OperationProcess.ASKED)
                .map(group -> AnsweringGroup.of(group, open.read(FlightVariables.ORGANISER)))
                .orElseGet(() -> new AnsweringGroup(open.party(), Answerer.LEGAL));
    }

    @Override
    AnsweringGroup who(CompletedTask completed) {
        return completed
                .find(OperationProcess.ASKED)
                .map(group -> AnsweringGroup.of(group, completed.read(FlightVariables.ORGANISER)))
                .orElseGet(() -> new AnsweringGroup(completed.party(), Answerer.LEGAL));
    }

    @Override
    void answer(CompletedTask completed, AnsweringGroup who, GateReplies replies) {
        keeping.answerLastCall(completed.reference(), completed.read(OperationProcess.STOP), who, replies);
    }
}
