package org.jointflights.process.incidents;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jointflights.application.incidents.DecideIncident;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The legal group of the party concerned answers what the rights officers ask it; it is shown no more than that. */
@Component
class ReportFormallyForm implements CaseForm {

    private final DecideIncident incidents;
    private final IncidentSheet sheet;

    ReportFormallyForm(DecideIncident incidents, IncidentSheet sheet) {
        this.incidents = incidents;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_reportFormally";
    }

    @Override
    public Set<String> fields() {
        return Set.of("formalReport");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(IncidentSheet.shows());
        shown.add("askedText");
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        SeriousIncident incident = sheet.show(task, SeriousIncidentProcess.FORMAL_DUE);
        SeriousIncident.Assessment assessment = Objects.requireNonNull(incident.assessment());
        task.show("askedText", Objects.requireNonNull(assessment.inquiry()).asked());
    }

    @Override
    public void complete(CompletedTask task) {
        incidents.reportFormally(
                task.reference(), IncidentSheet.number(task), task.answers().remark("formalReport"));
    }
}
