package org.jointflights.application.costs;

import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Price;
import org.jspecify.annotations.Nullable;

/**
 * One cost of a flight's budget.
 *
 * @param price as entered, in the currency of the invoice
 * @param named who shares it by name; empty where all that take part do
 * @param item what is shared: in euro once converted, until then in the currency of the invoice; the sharers are those
 *     that took part when it was last entered or converted
 * @param leftOut whether everybody who would have shared it has dropped out, so that it is not split
 * @param assumed what was filled in because no source says it, or nothing
 */
public record BudgetLine(
        OperationReference reference,
        Price price,
        Set<Party> named,
        CostItem item,
        boolean leftOut,
        @Nullable String assumed) {

    /** Its number in the flight, from 1. */
    public int position() {
        return Math.toIntExact(item.id());
    }

    public String description() {
        return item.description();
    }

    public CostCategory category() {
        return item.category();
    }

    /** Whether all that take part share it, whoever they will be. */
    public boolean isForAll() {
        return named.isEmpty();
    }

    /** The line as it was entered. */
    public NewItem entered() {
        return new NewItem(category(), description(), price, item.payer(), named, item.key(), assumed);
    }

    BudgetLine with(CostItem other, boolean nowLeftOut) {
        return new BudgetLine(reference, price, named, other, nowLeftOut, assumed);
    }
}
