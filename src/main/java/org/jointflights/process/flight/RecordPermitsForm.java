package org.jointflights.process.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.flight.Permit;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class RecordPermitsForm implements TaskForm {

    private final ContractCarrier contracting;
    private final Permits permits;
    private final FlightView view;

    RecordPermitsForm(ContractCarrier contracting, Permits permits, FlightView view) {
        this.contracting = contracting;
        this.permits = permits;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_recordPermits";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "landingNumber", "landingDay", "overflightNumber", "overflightDay", "transitNumber", "transitDay");
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "permitRows");
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.showRows(
                "permitRows",
                permits.of(task.reference()).stream()
                        .map(permit -> Map.of(
                                "kind",
                                FormLanguage.say(permit.kind().words()),
                                "number",
                                permit.number(),
                                "validOn",
                                permit.validOn().toString()))
                        .toList());
    }

    @Override
    public void complete(CompletedTask task) {
        List<Permit> granted = new ArrayList<>();
        granted.add(permit(task, Permit.Kind.LANDING, "landing"));
        granted.add(permit(task, Permit.Kind.OVERFLIGHT, "overflight"));
        if (!task.answers().isEmpty("transitNumber")) {
            granted.add(permit(task, Permit.Kind.TRANSIT, "transit"));
        }
        contracting.record(task.reference(), granted);
    }

    private static Permit permit(CompletedTask task, Permit.Kind kind, String name) {
        TypedFields answers = task.answers();
        return new Permit(task.reference(), kind, answers.shortText(name + "Number", 200), answers.date(name + "Day"));
    }
}
