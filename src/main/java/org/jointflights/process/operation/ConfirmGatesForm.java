package org.jointflights.process.operation;

import java.util.List;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** A role of a state, or of the flight, answers its gates at a point of the count-down. */
@Component
class ConfirmGatesForm extends GatesForm {

    ConfirmGatesForm(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        super("userTask_confirmGates", flight, keeping, sheet);
    }

    @Override
    Sentence when(OpenTask open) {
        return open.read(OperationProcess.POINT).untilDeparture();
    }

    @Override
    List<Question> asked(OpenTask open) {
        return keeping.openAt(open.reference(), open.read(OperationProcess.POINT));
    }

    @Override
    void answer(CompletedTask completed, AnsweringGroup who, GateReplies replies) {
        keeping.answerAt(completed.reference(), completed.read(OperationProcess.POINT), who, replies);
    }
}
