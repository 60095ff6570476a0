package org.jointflights.process.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.approval.SigningDocument;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Frontex's coordinator changes one decision at a time, or finds them complete as they are. */
@Component
class SetCeilingsForm implements TaskForm {

    private enum Next {
        CHANGE_ANOTHER,
        COMPLETE
    }

    private final DraftDecisions decisions;
    private final SigningDocumentOnForm sheets;

    SetCeilingsForm(DraftDecisions decisions, SigningDocumentOnForm sheets) {
        this.decisions = decisions;
        this.sheets = sheets;
    }

    @Override
    public String task() {
        return "userTask_setCeilings";
    }

    @Override
    public Set<String> fields() {
        return Set.of("beneficiary", "fund", "ceiling", "next");
    }

    @Override
    public Set<String> shows() {
        return SigningDocumentOnForm.planAnd("beneficiaries");
    }

    @Override
    public void open(OpenTask task) {
        SigningDocument sheet = sheets.showPlan(task);
        List<Map<String, String>> options = sheet.decisions().stream()
                .map(row -> Map.of("label", row.state(), "value", row.state().substring(0, 2)))
                .toList();
        task.showRows("beneficiaries", options);
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Next next = answers.choice("next", Next.class);
        if (!answers.isEmpty("beneficiary")) {
            decisions.set(
                    task.reference(),
                    answers.party("beneficiary"),
                    answers.choice("fund", Fund.class),
                    answers.money("ceiling", Money.EUR));
        } else if (!answers.isEmpty("fund") || !answers.isEmpty("ceiling")) {
            throw BadInput.of("beneficiary", "", "approval.beneficiary.missing");
        }
        task.decide(FlightApprovalProcess.DECISIONS_COMPLETE, next == Next.COMPLETE);
    }
}
