package org.jointflights.process.costs;

import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Sentence;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organiser's coordinator answers the objections: the budget is changed, or it is put to the parties once more. */
@Component
class DecideObjectionForm implements TaskForm {

    private enum Decision {
        CHANGE,
        KEEP
    }

    private final CostTables tables;
    private final FlightView view;
    private final WriteTrail trail;

    DecideObjectionForm(CostTables tables, FlightView view, WriteTrail trail) {
        this.tables = tables;
        this.view = view;
        this.trail = trail;
    }

    @Override
    public String task() {
        return "userTask_decideObjection";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("notDividedBecause", "objectionRows", "totalRows", "itemRows"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.show("notDividedBecause", notDivided(task))
                .showRows("objectionRows", tables.objections(task.reference()))
                .showRows("totalRows", tables.totals(task.reference()))
                .showRows("itemRows", tables.items(task.reference()));
    }

    private static @Nullable Sentence notDivided(OpenTask task) {
        String why = task.read(CostSharingProcess.NOT_DIVIDED);
        return why.isEmpty() ? null : SentenceJson.readWhole(why);
    }

    @Override
    public void complete(CompletedTask task) {
        Decision decision = task.answers().choice("decision", Decision.class);
        String reason = task.answers().remark("reason");
        trail.record(
                task.reference(),
                decision == Decision.CHANGE ? TrailEvent.OBJECTION_FOLLOWED : TrailEvent.OBJECTION_KEPT,
                reason);
        task.decide(CostSharingProcess.BUDGET_TO_CHANGE, decision == Decision.CHANGE);
    }
}
