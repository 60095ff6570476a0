package org.jointflights.process.operation;

import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** After landing, a state says whether a court or authority has stopped the hand-over. */
@Component
class AnswerLastCallForm implements TaskForm {

    private static final GateFields GATES =
            new GateFields(Stream.of(Gate.values()).filter(gate -> gate.isAskedAt(GatePoint.LAST_CALL)));

    private final FlightLine flight;
    private final AnswerGates keeping;
    private final GateSheet sheet;

    AnswerLastCallForm(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        this.flight = flight;
        this.keeping = keeping;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_answerLastCall";
    }

    @Override
    public Set<String> fields() {
        return GATES.fields();
    }

    @Override
    public Set<String> shows() {
        return GATES.shows();
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        sheet.show(
                task,
                GATES,
                Sentence.of("operation.form.at", flight.airport(task)),
                legal(task.party()),
                keeping.openAtLastCall(task.reference(), task.party()));
    }

    @Override
    public void complete(CompletedTask task) {
        keeping.answerLastCall(task.reference(), legal(task.party()), GATES.read(task.answers()));
    }

    private static AnsweringGroup legal(Party party) {
        return new AnsweringGroup(party, Answerer.LEGAL);
    }
}
