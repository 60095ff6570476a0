package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.application.operation.RecordProgress.Landing;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The organiser's escort leader says where the aircraft came down. */
@Component
class RecordLandingForm implements TaskForm {

    private final FlightLine flight;
    private final CountHeads people;
    private final RecordProgress progress;

    RecordLandingForm(FlightLine flight, CountHeads people, RecordProgress progress) {
        this.flight = flight;
        this.people = people;
        this.progress = progress;
    }

    @Override
    public String task() {
        return "userTask_recordLanding";
    }

    @Override
    public Set<String> fields() {
        return Set.of("outcome", "reason");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "airport", "states");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        task.show("airport", progress.airport(task.reference(), task.read(OperationProcess.STOP)));
        task.showRows("states", people.overview(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        OperationReference reference = task.reference();
        int stop = task.read(OperationProcess.STOP);
        task.decide(
                OperationProcess.LANDED,
                progress.landed(
                        reference,
                        stop,
                        task.answers().choice("outcome", Landing.class),
                        task.answers().optionalRemark("reason").orElse(null)));
        task.decide(
                OperationProcess.LAST_CALL_ENDS_AT, progress.lastCallEndsAt().toString());
        task.decide(OperationProcess.LAST_STOP, progress.isLastDestination(reference, stop));
    }

    /** An aircraft that is in the air comes down, or turns back, whatever was decided about it. */
    @Override
    public boolean worksWhileSuspended() {
        return true;
    }
}
