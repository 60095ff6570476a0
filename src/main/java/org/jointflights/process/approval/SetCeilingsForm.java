package org.jointflights.process.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.approval.Sheet;
import org.jointflights.application.funding.Decisions;
import org.jointflights.application.input.Answers;
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

    private final Decisions decisions;
    private final SheetOnForm sheets;

    SetCeilingsForm(Decisions decisions, SheetOnForm sheets) {
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
        return SheetOnForm.planAnd("beneficiaries");
    }

    @Override
    public void open(OpenTask task) {
        Sheet sheet = sheets.showPlan(task);
        List<Map<String, String>> options = sheet.decisions().stream()
                .map(row -> Map.of("label", row.state(), "value", row.state().substring(0, 2)))
                .toList();
        task.showRows("beneficiaries", options);
    }

    @Override
    public void complete(CompletedTask task) {
        Answers answers = task.answers();
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
