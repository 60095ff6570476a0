package org.jointflights.process.incidents;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jointflights.application.incidents.DecideIncident;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The rights officers read both reports and say what must be done. */
@Component
class ConcludeIncidentForm implements CaseForm {

    private final DecideIncident incidents;
    private final IncidentSheet sheet;

    ConcludeIncidentForm(DecideIncident incidents, IncidentSheet sheet) {
        this.incidents = incidents;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_concludeIncident";
    }

    @Override
    public Set<String> fields() {
        return Set.of("recommendations");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(IncidentSheet.shows());
        shown.addAll(Set.of("whatHappened", "askedText", "formalText"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        SeriousIncident incident = sheet.show(task, SeriousIncidentProcess.FINAL_DUE);
        SeriousIncident.Assessment assessment = Objects.requireNonNull(incident.assessment());
        SeriousIncident.FormalReport formal = Objects.requireNonNull(incident.formal());
        task.show("whatHappened", incident.what());
        task.show("askedText", Objects.requireNonNull(assessment.inquiry()).asked());
        task.show("formalText", formal.isGiven() ? formal.text() : FormLanguage.say("incidents.form.noReport"));
    }

    @Override
    public void complete(CompletedTask task) {
        incidents.conclude(
                task.reference(), IncidentSheet.number(task), task.answers().remark("recommendations"));
    }
}
