package org.jointflights.application.costs;

import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
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
 * @param terms agreed weights, which the item has too, and floors and caps, which {@link #shared} adds
 */
public record BudgetLine(
        OperationReference reference,
        Price price,
        Set<Party> named,
        CostItem item,
        boolean leftOut,
        @Nullable String assumed,
        ItemTerms terms) {

    /** A line without weights, floors or caps. */
    public BudgetLine(
            OperationReference reference,
            Price price,
            Set<Party> named,
            CostItem item,
            boolean leftOut,
            @Nullable String assumed) {
        this(reference, price, named, item, leftOut, assumed, ItemTerms.NONE);
    }

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
        return new NewItem(category(), description(), price, item.payer(), named, item.key(), assumed, terms);
    }

    /** The same; without floors and caps where they no longer fit, which the next split will say. */
    public CostItem planned() {
        try {
            return shared();
        } catch (BadInput noLongerFits) {
            return item;
        }
    }

    BudgetLine with(CostItem other, boolean nowLeftOut) {
        return new BudgetLine(reference, price, named, other, nowLeftOut, assumed, terms);
    }

    /** Shared by another key, which needs no weights. */
    BudgetLine by(Key key) {
        return new BudgetLine(reference, price, named, item.by(key), leftOut, assumed, terms.withoutWeights());
    }

    /**
     * What is shared, within the floors and caps of those who share it. Throws {@link BadInput} where
     * these no longer fit, because somebody has dropped out.
     */
    public CostItem shared() {
        return item.within(Limit.inProportion(terms.limitsOf(item.sharers()), price.toShare(), item.amount()));
    }
}
