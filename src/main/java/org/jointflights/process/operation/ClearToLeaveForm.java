package org.jointflights.process.operation;

import java.time.ZoneId;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.ExpectLanding;
import org.jointflights.application.operation.ExpectLanding.Ahead;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
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
    private final ExpectLanding landings;

    ClearToLeaveForm(
            String task,
            String leadsBack,
            FlightLine flight,
            CountHeads people,
            RecordProgress progress,
            ExpectLanding landings) {
        this.task = task;
        this.leadsBack = leadsBack;
        this.flight = flight;
        this.people = people;
        this.progress = progress;
        this.landings = landings;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "landing");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "states", "airportAhead");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        show(task);
    }

    /** A delay moves the landing, and somebody may have been left behind meanwhile. */
    @Override
    public void claimed(OpenTask task) {
        show(task);
    }

    private void show(OpenTask task) {
        task.showRows("states", people.overview(task.reference()));
        Ahead ahead = landings.ahead(task.reference(), task.read(OperationProcess.STOP));
        task.show("airportAhead", FormLanguage.place(ahead.airport()));
        task.prefill("landing", TypedFields.written(ahead.landing()));
    }

    @Override
    public void complete(CompletedTask task) {
        task.answers().choice("decision", Decision.class);
        OperationReference reference = task.reference();
        int stop = task.read(OperationProcess.STOP);
        boolean cleared = progress.clear(reference, stop, task.isInModel(leadsBack));
        if (cleared) {
            expectLanding(task, stop);
        }
        task.decide(OperationProcess.GATES_CONFIRMED, cleared);
    }

    private void expectLanding(CompletedTask task, int stop) {
        OperationReference reference = task.reference();
        TypedFields answers = task.answers();
        ZoneId zone = landings.ahead(reference, stop).landing().getZone();
        landings.expect(reference, stop, answers.isEmpty("landing") ? null : answers.dateTime("landing", zone));
        task.decide(
                OperationProcess.LANDING_WARNED_AT,
                landings.warnsAt(reference, stop + 1).toString());
        task.decide(
                OperationProcess.LANDING_OVERDUE_AT,
                landings.overdueAt(reference, stop + 1).toString());
    }
}
