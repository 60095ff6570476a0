package org.jointflights.process.approval;

import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.flight.acts.EndFlight;
import org.jointflights.application.people.People;
import org.jointflights.domain.BadInput;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.EndingOnForm;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The organiser answers a refusal: the plan goes back to the sharing of costs, the signatures are asked for again, or the flight ends. */
@Component
class DecideRejectionForm implements TaskForm {

    private enum Answer {
        REVISE,
        ASK_AGAIN,
        END
    }

    private final FreezePlan versions;
    private final SignPlan signatures;
    private final SigningDocumentOnForm sheets;
    private final People people;
    private final EndFlight ending;

    DecideRejectionForm(
            FreezePlan versions, SignPlan signatures, SigningDocumentOnForm sheets, People people, EndFlight ending) {
        this.versions = versions;
        this.signatures = signatures;
        this.sheets = sheets;
        this.people = people;
        this.ending = ending;
    }

    @Override
    public String task() {
        return "userTask_decideRejection";
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer", "causedBy", "reason");
    }

    @Override
    public Set<String> shows() {
        return SigningDocumentOnForm.planAndAnswersAnd("refusal", "consequence", "causes");
    }

    @Override
    public void open(OpenTask task) {
        sheets.showPlanAndAnswers(task);
        String refusal = signatures.refusals(task.reference()).stream()
                .map(signature -> FormLanguage.say(people.named(signature.person())) + ": " + signature.reason())
                .collect(Collectors.joining("; "));
        task.show("refusal", refusal)
                .show("consequence", FormLanguage.say(ending.consequence(task.reference())))
                .showRows("causes", EndingOnForm.causes(ending.answerable(task.reference())));
    }

    @Override
    public void complete(CompletedTask task) {
        Answer answer = task.answers().choice("answer", Answer.class);
        boolean again = answer == Answer.ASK_AGAIN;
        boolean ends = answer == Answer.END;
        if (ends && !task.isInModel(FlightApprovalProcess.ENDED)) {
            throw BadInput.of("answer", answer.name(), "flight.end.onPage");
        }
        versions.answerRefusal(task.reference(), again, task.answers().remark("reason"));
        task.decide(FlightApprovalProcess.ASKED_AGAIN, again);
        task.decide(FlightApprovalProcess.APPROVED, false);
        task.decide(FlightApprovalProcess.GIVEN_UP, ends);
        if (ends) {
            ending.decide(task.reference(), task.answers());
        }
    }
}
