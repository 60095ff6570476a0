package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.domain.Sentence;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;

/** A role of a state, or of the flight, answers its gates before the aircraft leaves the start or a stop-over. */
class BoardingGatesForm implements TaskForm {

    private final String task;
    private final GateFields gates;
    private final FlightLine flight;
    private final AnswerGates keeping;
    private final GateSheet sheet;

    BoardingGatesForm(String task, GateFields gates, FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        this.task = task;
        this.gates = gates;
        this.flight = flight;
        this.keeping = keeping;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return gates.fields();
    }

    @Override
    public Set<String> shows() {
        return gates.shows();
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        AnsweringGroup who = AnsweringGroup.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER));
        sheet.show(
                task,
                gates,
                Sentence.of("operation.form.at", flight.airport(task)),
                who,
                keeping.openBeforeLeaving(task.reference(), task.read(OperationProcess.STOP)));
    }

    @Override
    public void complete(CompletedTask task) {
        keeping.answerBeforeLeaving(
                task.reference(),
                task.read(OperationProcess.STOP),
                AnsweringGroup.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER)),
                gates.read(task.answers()));
    }
}
