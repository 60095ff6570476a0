package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.RecordLanding;
import org.jointflights.application.operation.RecordLanding.Landing;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The organiser's escort leader says where the aircraft came down. */
@Component
class RecordLandingForm implements TaskForm {

    private final FlightLine flight;
    private final CountHeads people;
    private final RecordLanding landings;

    RecordLandingForm(FlightLine flight, CountHeads people, RecordLanding landings) {
        this.flight = flight;
        this.people = people;
        this.landings = landings;
    }

    @Override
    public String task() {
        return "userTask_recordLanding";
    }

    @Override
    public Set<String> fields() {
        return Set.of("outcome", "airportInstead", "reason");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "airport", "states");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        task.show("airport", FormLanguage.say(flight.airport(task)));
        task.showRows("states", people.overview(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        OperationReference reference = task.reference();
        int stop = task.read(OperationProcess.STOP);
        String reason = task.answers().optionalRemark("reason").orElse(null);
        Landing landing = task.answers().choice("outcome", Landing.class);
        switch (landing) {
            case LANDED -> landings.landed(reference, stop);
            case DIVERTED -> landings.diverted(reference, stop, task.answers().text("airportInstead"), reason);
            case TURNED_BACK, REFUSED_ON_ARRIVAL -> landings.broughtBack(reference, stop, landing, reason);
        }
        task.decide(OperationProcess.LANDED, landing == Landing.LANDED || landing == Landing.DIVERTED);
        task.decide(
                OperationProcess.LAST_CALL_ENDS_AT, landings.lastCallEndsAt().toString());
        task.decide(OperationProcess.STOPOVER_ENDS_AT, landings.stopoverEndsAt().toString());
        task.decide(OperationProcess.LAST_STOP, landings.isLastDestination(reference, stop));
    }

    /** An aircraft that is in the air comes down, or turns back, whatever was decided about it. */
    @Override
    public boolean worksWhileSuspended() {
        return true;
    }
}
