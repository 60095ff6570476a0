package org.jointflights.application.costs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.Quote;

/** Budgets without a database. */
public final class InMemoryBudgets implements Budgets {

    /** A line that was removed leaves its number behind. */
    private final Map<OperationReference, NavigableMap<Integer, Optional<BudgetLine>>> lines = new HashMap<>();

    private final Map<OperationReference, List<Quote>> quotes = new HashMap<>();

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
    public List<Quote> quotes(OperationReference reference) {
        return quotes.getOrDefault(reference, List.of());
    }

    @Override
    public void putQuotes(OperationReference reference, List<Quote> now) {
        quotes.put(reference, now);
    }

    @Override
    public int nextPosition(OperationReference reference) {
        return all(reference).isEmpty() ? 1 : all(reference).lastKey() + 1;
    }

    private NavigableMap<Integer, Optional<BudgetLine>> all(OperationReference reference) {
        return lines.computeIfAbsent(reference, first -> new TreeMap<>());
    }
}
