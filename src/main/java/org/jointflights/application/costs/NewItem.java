package org.jointflights.application.costs;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jspecify.annotations.Nullable;

/**
 * A cost as it is entered into a flight's budget.
 *
 * @param named who shares it: one party alone for a direct cost, nobody for all that take part
 * @param assumed what was filled in because no source says it, or nothing
 * @param terms agreed weights, floors and caps
 */
public record NewItem(
        CostCategory category,
        String description,
        Price price,
        Party payer,
        Set<Party> named,
        Key key,
        @Nullable String assumed,
        ItemTerms terms) {

    public NewItem {
        named = Collections.unmodifiableSet(new TreeSet<>(named));
    }

    /** One without weights, floors or caps. */
    public NewItem(
            CostCategory category,
            String description,
            Price price,
            Party payer,
            Set<Party> named,
            Key key,
            @Nullable String assumed) {
        this(category, description, price, payer, named, key, assumed, ItemTerms.NONE);
    }

    public boolean isDirect() {
        return named.size() == 1;
    }
}
