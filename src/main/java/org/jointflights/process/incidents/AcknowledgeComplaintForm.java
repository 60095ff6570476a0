package org.jointflights.process.incidents;

import java.util.Set;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** A rights officer has told whoever complains that the complaint is there. */
@Component
class AcknowledgeComplaintForm implements CaseForm {

    private final DecideComplaint complaints;
    private final ComplaintSheet sheet;

    AcknowledgeComplaintForm(DecideComplaint complaints, ComplaintSheet sheet) {
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "userTask_acknowledgeComplaint";
    }

    @Override
    public Set<String> fields() {
        return Set.of("acknowledgedOn");
    }

    @Override
    public Set<String> shows() {
        return ComplaintSheet.shows();
    }

    @Override
    public void open(OpenTask task) {
        sheet.show(task, ComplaintProcess.ACKNOWLEDGE_DUE);
    }

    @Override
    public void complete(CompletedTask task) {
        DecideComplaint.Times times = complaints.acknowledge(
                task.reference(), ComplaintSheet.number(task), task.answers().date("acknowledgedOn"));
        task.decide(ComplaintProcess.ADMISSIBILITY_REMINDER, times.reminder().toString());
        task.decide(ComplaintProcess.ADMISSIBILITY_DUE, times.due().toString());
    }
}
