package org.jointflights.process.incidents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.incidents.DecideIncident;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The rights officers read a first report, and launch it or set it aside. */
@Component
class AssessIncidentForm implements CaseForm {

    private enum Decision {
        LAUNCH,
        SET_ASIDE
    }

    private final DecideIncident incidents;
    private final IncidentSheet sheet;

    AssessIncidentForm(DecideIncident incidents, IncidentSheet sheet) {
        this.incidents = incidents;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_assessIncident";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "incidentCategory", "reason", "concerned", "asked");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(IncidentSheet.shows());
        shown.addAll(Set.of("channelText", "whatHappened", "concernedOptions"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        SeriousIncident incident = sheet.show(task, SeriousIncidentProcess.ASSESS_DUE);
        task.show("channelText", FormLanguage.say(incident.channel().words()));
        task.show("whatHappened", incident.what());
        task.showRows("concernedOptions", options(task));
        task.prefill("incidentCategory", incident.reportedAs().name());
    }

    private List<Map<String, String>> options(OpenTask task) {
        return incidents.parties(task.reference()).stream()
                .map(party -> Map.of("value", party.code(), "label", FormLanguage.name(party)))
                .toList();
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        int number = IncidentSheet.number(task);
        IncidentCategory category = answers.choice("incidentCategory", IncidentCategory.class);
        String reason = answers.remark("reason");
        boolean launched = answers.choice("decision", Decision.class) == Decision.LAUNCH;
        task.decide(SeriousIncidentProcess.LAUNCHED, launched);
        if (!launched) {
            incidents.setAside(task.reference(), number, category, reason);
            return;
        }
        DecideIncident.Times times = incidents.launch(
                task.reference(), number, category, reason, answers.party("concerned"), answers.remark("asked"));
        task.decide(FlightVariables.PARTY, times.party());
        task.decide(
                SeriousIncidentProcess.FORMAL_REMINDER, times.formalReminder().toString());
        task.decide(SeriousIncidentProcess.FORMAL_DUE, times.formalDue().toString());
        task.decide(
                SeriousIncidentProcess.FORMAL_GIVEN_UP, times.formalGivenUp().toString());
        task.decide(SeriousIncidentProcess.FINAL_REMINDER, times.finalReminder().toString());
        task.decide(SeriousIncidentProcess.FINAL_DUE, times.finalDue().toString());
    }
}
