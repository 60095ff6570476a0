package org.jointflights.application.costs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;

/** Budgets without a database. */
public final class InMemoryBudgets implements Budgets {

    /** A line that was removed leaves its number behind. */
    private final Map<OperationReference, NavigableMap<Integer, Optional<BudgetLine>>> lines = new HashMap<>();

    @Override
    public List<BudgetLine> of(OperationReference reference) {
        return all(reference).values().stream().flatMap(Optional::stream).toList();
    }

    @Override
    public BudgetLine get(OperationReference reference, int position) {
        return all(reference)
                .getOrDefault(position, Optional.empty())
                .orElseThrow(() -> Unknown.of("costs.budget.line.unknown", position, reference));
    }

    @Override
    public void put(BudgetLine line) {
        all(line.reference()).put(line.position(), Optional.of(line));
    }

    @Override
    public void remove(OperationReference reference, int position) {
        all(reference).replace(position, Optional.empty());
    }

    @Override
    public int nextPosition(OperationReference reference) {
        return all(reference).isEmpty() ? 1 : all(reference).lastKey() + 1;
    }

    private NavigableMap<Integer, Optional<BudgetLine>> all(OperationReference reference) {
        return lines.computeIfAbsent(reference, first -> new TreeMap<>());
    }
}
