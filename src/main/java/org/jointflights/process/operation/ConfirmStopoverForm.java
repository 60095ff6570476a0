package org.jointflights.process.operation;

import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.application.safeguard.Respondent;
import org.jointflights.domain.safeguard.Gate;
import org.jointflights.domain.safeguard.GatePoint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A role of a state answers its gates before the aircraft leaves a stop-over. */
@Component
class ConfirmStopoverForm implements TaskForm {

    private static final GateFields GATES = new GateFields(Stream.of(Gate.values())
            .filter(gate -> !gate.answerer().isForFlight()
                    && (gate.isAskedAt(GatePoint.BOARDING) || gate.isAskedAt(GatePoint.STOPOVER))));

    private final FlightLine flight;
    private final GateKeeping keeping;

    ConfirmStopoverForm(FlightLine flight, GateKeeping keeping) {
        this.flight = flight;
        this.keeping = keeping;
    }

    @Override
    public String task() {
        return "userTask_confirmStopover";
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
    public void open(OpenTask task) {
        flight.show(task);
        Respondent who = Respondent.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER));
        GATES.open(task, keeping, who, keeping.openBeforeLeaving(task.reference(), task.read(OperationProcess.STOP)));
    }

    @Override
    public void complete(CompletedTask task) {
        keeping.answerBeforeLeaving(
                task.reference(),
                task.read(OperationProcess.STOP),
                Respondent.of(task.read(OperationProcess.ASKED), task.read(FlightVariables.ORGANISER)),
                GATES.read(task.answers()));
    }
}
