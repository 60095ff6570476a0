package org.jointflights.process.incidents;

import java.util.Set;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** A rights officer decides whether the complaint is one that the mechanism deals with. */
@Component
class DecideAdmissibilityForm implements CaseForm {

    private final DecideComplaint complaints;
    private final ComplaintSheet sheet;

    DecideAdmissibilityForm(DecideComplaint complaints, ComplaintSheet sheet) {
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_decideAdmissibility";
    }

    @Override
    public Set<String> fields() {
        return Set.of("admissible", "reason");
    }

    @Override
    public Set<String> shows() {
        return ComplaintSheet.shows("forwardText");
    }

    @Override
    public void open(OpenTask task) {
        Complaint complaint = sheet.show(task, ComplaintProcess.ADMISSIBILITY_DUE);
        task.show(
                "forwardText",
                complaint.concerned().isFrontex()
                        ? FormLanguage.say("incidents.form.toExecutive")
                        : FormLanguage.say("incidents.form.toState", FormLanguage.name(complaint.concerned())));
    }

    @Override
    public void complete(CompletedTask task) {
        boolean admissible = task.answers().yes("admissible");
        complaints.decide(
                task.reference(),
                ComplaintSheet.number(task),
                admissible,
                task.answers().remark("reason"));
        task.decide(ComplaintProcess.ADMISSIBLE, admissible);
    }
}
