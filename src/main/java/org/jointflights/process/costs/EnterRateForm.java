package org.jointflights.process.costs;

import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.costs.EnterRate;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Enters an exchange rate that the budget needs and nobody has put on record. */
@Component
class EnterRateForm implements TaskForm {

    private final EnterRate rates;
    private final CostTables tables;
    private final FlightView view;

    EnterRateForm(EnterRate rates, CostTables tables, FlightView view) {
        this.rates = rates;
        this.tables = tables;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_enterRate";
    }

    @Override
    public Set<String> fields() {
        return Set.of("rate", "rateSource");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("rateCurrency", "rateMonth", "itemRows"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.show("rateCurrency", task.read(CostSharingProcess.MISSING_CURRENCY))
                .show("rateMonth", FormLanguage.month(task.read(CostSharingProcess.MISSING_MONTH)))
                .showRows("itemRows", tables.items(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        rates.enter(
                task.reference(),
                task.read(CostSharingProcess.MISSING_CURRENCY),
                task.read(CostSharingProcess.MISSING_MONTH),
                task.answers().decimal("rate"),
                task.answers().text("rateSource"));
    }
}
