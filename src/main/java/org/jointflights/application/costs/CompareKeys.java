package org.jointflights.application.costs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would bear what if everything that is shared were shared by one key: key by key, nothing stored. */
@Service
@Transactional(readOnly = true)
public class CompareKeys {

    private final Budgets budgets;
    private final AssembleCostInput inputs;

    CompareKeys(Budgets budgets, AssembleCostInput inputs) {
        this.budgets = budgets;
        this.inputs = inputs;
    }

    /** Keys that cannot divide this flight's costs are left out. */
    public SortedMap<Key, Map<Party, Money>> of(OperationReference reference) {
        List<CostItem> items = budgets.of(reference).stream()
                .filter(line -> !line.leftOut())
                .map(BudgetLine::planned)
                .toList();
        SortedMap<Key, Map<Party, Money>> totals = new TreeMap<>();
        for (Key key : Key.ofBudgets()) {
            List<CostItem> byKey = items.stream()
                    .map(item -> item.isDirect() ? item : item.by(key))
                    .toList();
            totals(reference, byKey).ifPresent(shares -> totals.put(key, shares));
        }
        return totals;
    }

    private Optional<Map<Party, Money>> totals(OperationReference reference, List<CostItem> items) {
        try {
            return Optional.of(CostSharing.share(inputs.of(reference, items)).totals());
        } catch (BadInput cannotDivide) {
            return Optional.empty();
        }
    }
}
