package org.jointflights.process.incidents;

import java.util.Objects;
import java.util.Set;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** Those to whom a complaint was forwarded say what they have found and done. */
@Component
class AnswerComplaintForm implements CaseForm {

    private final DecideComplaint complaints;
    private final ComplaintSheet sheet;

    AnswerComplaintForm(DecideComplaint complaints, ComplaintSheet sheet) {
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_answerComplaint";
    }

    @Override
    public Set<String> fields() {
        return Set.of("complaintAnswer");
    }

    @Override
    public Set<String> shows() {
        return ComplaintSheet.shows("reasonText");
    }

    @Override
    public void open(OpenTask task) {
        Complaint complaint = sheet.show(task, ComplaintProcess.FOLLOW_UP_DUE);
        task.show(
                "reasonText", Objects.requireNonNull(complaint.admissibility()).reason());
    }

    @Override
    public void complete(CompletedTask task) {
        task.decide(
                ComplaintProcess.CLOSE_DUE,
                complaints
                        .answer(
                                task.reference(),
                                ComplaintSheet.number(task),
                                task.answers().remark("complaintAnswer"))
                        .toString());
    }
}
