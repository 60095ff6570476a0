package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;

/**
 * The organiser's escort leader lets the aircraft leave the start or a stop-over; refused unless every gate is confirmed. What
 * has grown too old in the meantime is asked again, where the model leads back to it.
 */
class ClearToLeaveForm implements TaskForm {

    /** There is one; whoever does not want it leaves the task open. */
    private enum Decision {
        CLEAR
    }

    private final String task;
    private final String leadsBack;
    private final FlightLine flight;
    private final CountHeads people;
    private final RecordProgress progress;

    ClearToLeaveForm(String task, String leadsBack, FlightLine flight, CountHeads people, RecordProgress progress) {
        this.task = task;
        this.leadsBack = leadsBack;
        this.flight = flight;
        this.people = people;
        this.progress = progress;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "states");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        task.showRows("states", people.overview(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        task.answers().choice("decision", Decision.class);
        int stop = task.read(OperationProcess.STOP);
        task.decide(
                OperationProcess.GATES_CONFIRMED, progress.clear(task.reference(), stop, task.isInModel(leadsBack)));
    }
}
