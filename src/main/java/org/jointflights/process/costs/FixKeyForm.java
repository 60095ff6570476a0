package org.jointflights.process.costs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.costs.CompareKeys;
import org.jointflights.application.costs.KeepBudget;
import org.jointflights.application.flight.acts.EndFlight;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.Key;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.EndingOnForm;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** After the last round the manager fixes the key of everything that is shared, or ends the flight. */
@Component
class FixKeyForm implements TaskForm {

    private enum Decision {
        FIX,
        END
    }

    private final KeepBudget budget;
    private final CompareKeys comparison;
    private final CostTables tables;
    private final FlightView view;
    private final EndFlight ending;

    FixKeyForm(KeepBudget budget, CompareKeys comparison, CostTables tables, FlightView view, EndFlight ending) {
        this.budget = budget;
        this.comparison = comparison;
        this.tables = tables;
        this.view = view;
        this.ending = ending;
    }

    @Override
    public String task() {
        return "userTask_fixKey";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "key", "causedBy", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("objectionRows", "totalRows", "itemRows", "keyRows", "keys", "consequence", "causes"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.showRows("objectionRows", tables.objections(task.reference()))
                .showRows("totalRows", tables.totals(task.reference()))
                .showRows("itemRows", tables.items(task.reference()))
                .showRows("keyRows", keyRows(task.reference()))
                .showRows("keys", AddCostItemForm.keys(Key.ofBudgets()))
                .showRows("causes", EndingOnForm.causes(ending.answerable(task.reference())))
                .show("consequence", FormLanguage.say(ending.consequence(task.reference())));
    }

    @Override
    public void complete(CompletedTask task) {
        Decision decision = task.answers().choice("decision", Decision.class);
        if (decision == Decision.FIX) {
            budget.fixKey(
                    task.reference(),
                    task.answers().choice("key", Key.class),
                    task.answers().remark("reason"));
        } else {
            ending.decide(task.reference(), task.answers());
        }
        task.decide(CostSharingProcess.KEY_FIXED, decision == Decision.FIX);
        task.decide(CostSharingProcess.SHARES_AGREED, false);
    }

    private List<Map<String, Object>> keyRows(OperationReference reference) {
        return comparison.of(reference).entrySet().stream()
                .map(entry -> CostTables.row(
                        "key", FormLanguage.say("costs.key." + entry.getKey()),
                        "shares",
                                entry.getValue().entrySet().stream()
                                        .map(share -> share.getKey() + " " + CostTables.format(share.getValue()))
                                        .collect(Collectors.joining(" · "))))
                .toList();
    }
}
