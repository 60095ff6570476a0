package org.jointflights.process.approval;

import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.people.People;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The organiser answers a refusal: the plan goes back to the sharing of costs, or the signatures are asked for again. */
@Component
class DecideRejectionForm implements TaskForm {

    private enum Answer {
        REVISE,
        ASK_AGAIN
    }

    private final FreezePlan versions;
    private final SignPlan signatures;
    private final SigningDocumentOnForm sheets;
    private final People people;

    DecideRejectionForm(FreezePlan versions, SignPlan signatures, SigningDocumentOnForm sheets, People people) {
        this.versions = versions;
        this.signatures = signatures;
        this.sheets = sheets;
        this.people = people;
    }

    @Override
    public String task() {
        return "userTask_decideRejection";
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer", "reason");
    }

    @Override
    public Set<String> shows() {
        return SigningDocumentOnForm.planAndAnswersAnd("refusal");
    }

    @Override
    public void open(OpenTask task) {
        sheets.showPlanAndAnswers(task);
        String refusal = signatures.refusals(task.reference()).stream()
                .map(signature -> FormLanguage.say(people.named(signature.person())) + ": " + signature.reason())
                .collect(Collectors.joining("; "));
        task.show("refusal", refusal);
    }

    @Override
    public void complete(CompletedTask task) {
        boolean again = task.answers().choice("answer", Answer.class) == Answer.ASK_AGAIN;
        versions.answerRefusal(task.reference(), again, task.answers().remark("reason"));
        task.decide(FlightApprovalProcess.ASKED_AGAIN, again);
        task.decide(FlightApprovalProcess.APPROVED, false);
    }
}
