package org.jointflights.process.incidents;

import java.util.Objects;
import java.util.Set;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.FollowUp;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** A rights officer reads the answer and says how the complaint ended. */
@Component
class CloseComplaintForm implements CaseForm {

    private final DecideComplaint complaints;
    private final ComplaintSheet sheet;

    CloseComplaintForm(DecideComplaint complaints, ComplaintSheet sheet) {
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_closeComplaint";
    }

    @Override
    public Set<String> fields() {
        return Set.of("complaintOutcome");
    }

    @Override
    public Set<String> shows() {
        return ComplaintSheet.shows("answerText");
    }

    @Override
    public void open(OpenTask task) {
        Complaint complaint = sheet.show(task, ComplaintProcess.CLOSE_DUE);
        FollowUp answer = Objects.requireNonNull(complaint.followUp());
        task.show("answerText", answer.isGiven() ? answer.text() : FormLanguage.say("incidents.form.noAnswer"));
    }

    @Override
    public void complete(CompletedTask task) {
        complaints.close(
                task.reference(), ComplaintSheet.number(task), task.answers().remark("complaintOutcome"));
    }
}
