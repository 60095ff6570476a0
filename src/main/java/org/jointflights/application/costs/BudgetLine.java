package org.jointflights.application.costs;

import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Price;
import org.jspecify.annotations.Nullable;

/**
 * One cost of a flight's budget.
 *
 * @param position its number in the flight, from 1
 * @param price as entered, in the currency of the invoice
 * @param named who shares it by name; empty where all that take part do
 * @param item what is shared: in euro once converted, until then in the currency of the invoice; the sharers are those
 *     that took part when it was last entered or converted
 * @param leftOut whether everybody who would have shared it has dropped out, so that it is not split
 * @param assumed what was filled in because no source says it, or nothing
 */
public record BudgetLine(
        OperationReference reference,
        int position,
        String description,
        Price price,
        Set<Party> named,
        CostItem item,
        boolean leftOut,
        @Nullable String assumed) {

    /** The name of an item on every statement: its number and what it is for. */
    public static String id(int position, String description) {
        return position + " " + description;
    }

    public CostCategory category() {
        return CostCategory.valueOf(item.category());
    }

    /** Whether all that take part share it, whoever they will be. */
    public boolean isForAll() {
        return named.isEmpty();
    }

    /** The line as it was entered. */
    public NewItem entered() {
        return new NewItem(category(), description, price, item.payer(), named, item.key(), assumed);
    }

    BudgetLine with(CostItem other, boolean nowLeftOut) {
        return new BudgetLine(reference, position, description, price, named, other, nowLeftOut, assumed);
    }

    /** The number of the line that an item of the split came from: what its id begins with. */
    public static int positionOf(CostItem item) {
        int blank = item.id().indexOf(' ');
        return Integer.parseInt(blank < 0 ? item.id() : item.id().substring(0, blank));
    }
}
