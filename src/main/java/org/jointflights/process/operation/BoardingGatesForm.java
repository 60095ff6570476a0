package org.jointflights.process.operation;

import java.util.List;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;

/** A role of a state, or of the flight, answers its gates before the aircraft leaves the start or a stop-over. */
class BoardingGatesForm extends GatesForm {

    BoardingGatesForm(String task, FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        super(task, flight, keeping, sheet);
    }

    @Override
    Sentence when(OpenTask open) {
        return atAirport(open);
    }

    @Override
    List<Question> asked(OpenTask open) {
        return keeping.openBeforeLeaving(open.reference(), open.read(OperationProcess.STOP));
    }

    @Override
    void answer(CompletedTask completed, AnsweringGroup who, GateReplies replies) {
        keeping.answerBeforeLeaving(completed.reference(), completed.read(OperationProcess.STOP), who, replies);
    }
}
