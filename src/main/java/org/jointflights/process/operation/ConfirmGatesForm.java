package org.jointflights.process.operation;

import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A role of a state, or of the flight, answers its gates at a point of the count-down. */
@Component
class ConfirmGatesForm implements TaskForm {

    private static final GateFields GATES = new GateFields(
            Stream.of(Gate.values()).filter(gate -> gate.points().stream().anyMatch(GatePoint::isOfCountDown)));

    private final FlightLine flight;
    private final AnswerGates keeping;
    private final GateSheet sheet;

    ConfirmGatesForm(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        this.flight = flight;
        this.keeping = keeping;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_confirmGates";
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
        AnsweringGroup who = AnsweringGroup.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER));
        GatePoint point = task.read(OperationProcess.POINT);
        sheet.show(task, GATES, point.untilDeparture(), who, keeping.openAt(task.reference(), point));
    }

    @Override
    public void complete(CompletedTask task) {
        keeping.answerAt(
                task.reference(),
                task.read(OperationProcess.POINT),
                AnsweringGroup.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER)),
                GATES.read(task.answers()));
    }
}
