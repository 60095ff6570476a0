package org.jointflights.process.costs;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.KeepBudget;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Quote;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Adds, changes or removes one line of the budget; the same task comes again as long as there is another. */
@Component
class AddCostItemForm implements TaskForm {

    private enum Action {
        ADD,
        CHANGE,
        REMOVE,
        NOTHING
    }

    private final KeepBudget budget;
    private final Budgets budgets;
    private final CostTables tables;
    private final FlightView view;

    AddCostItemForm(KeepBudget budget, Budgets budgets, CostTables tables, FlightView view) {
        this.budget = budget;
        this.budgets = budgets;
        this.tables = tables;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_addCostItem";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "action",
                "item",
                "category",
                "description",
                "amount",
                "currency",
                "vat",
                "vatRecoverable",
                "payer",
                "sharing",
                "sharers",
                "key",
                "weights",
                "floors",
                "caps",
                "quotes",
                "another");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("itemRows", "itemChoices", "categories", "payers", "keys", "groupQuoteRows"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.showRows("itemRows", tables.items(task.reference()))
                .showRows("itemChoices", tables.itemChoices(task.reference()))
                .showRows("categories", categories())
                .showRows("groupQuoteRows", CostTables.quotes(budget.quotes(task.reference())))
                .showRows("payers", payers(task.reference()))
                .showRows("keys", keys(Key.ofItems()));
    }

    @Override
    public void complete(CompletedTask task) {
        OperationReference reference = task.reference();
        TypedFields answers = task.answers();
        Action action = answers.choice("action", Action.class);
        boolean left = action == Action.NOTHING && answers.isEmpty("another");
        boolean another = !left && answers.yes("another");
        switch (action) {
            case ADD -> budget.add(reference, CostItemFields.of(answers).item());
            case CHANGE -> {
                BudgetLine line = line(reference, answers);
                budget.change(
                        reference, line.position(), CostItemFields.of(answers).over(line.entered()));
            }
            case REMOVE -> budget.remove(reference, line(reference, answers).position());
            case NOTHING -> {}
        }
        if (QuoteFields.takesAway(answers)) {
            budget.removeQuotes(reference);
        } else {
            List<Quote> quotes = QuoteFields.of(answers);
            if (!quotes.isEmpty()) {
                budget.quote(reference, quotes);
            }
        }
        if (!another && budgets.of(reference).isEmpty()) {
            throw BadInput.of("another", answers.optionalText("another").orElse(""), "costs.budget.empty");
        }
        task.decide(CostSharingProcess.BUDGET_COMPLETE, !another);
    }

    private BudgetLine line(OperationReference reference, TypedFields answers) {
        String typed = answers.text("item");
        return budgets.of(reference).stream()
                .filter(line -> Integer.toString(line.position()).equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("item", typed, "costs.budget.line.choose", numbers(reference)));
    }

    private String numbers(OperationReference reference) {
        List<Integer> numbers =
                budgets.of(reference).stream().map(BudgetLine::position).toList();
        return numbers.isEmpty() ? "–" : numbers.toString().replaceAll("[\\[\\]]", "");
    }

    private static List<Map<String, Object>> categories() {
        return Arrays.stream(CostCategory.values())
                .map(category -> CostTables.choice(category.name(), category.label(FormLanguage.spoken())))
                .toList();
    }

    private List<Map<String, Object>> payers(OperationReference reference) {
        return budget.accountable(reference).stream()
                .map(party -> CostTables.choice(party.code(), CostTables.name(party)))
                .toList();
    }

    static List<Map<String, Object>> keys(List<Key> offered) {
        return offered.stream()
                .map(key -> CostTables.choice(key.name(), FormLanguage.say("costs.key." + key.name())))
                .toList();
    }
}
