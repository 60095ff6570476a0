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
 */
public record NewItem(
        CostCategory category,
        String description,
        Price price,
        Party payer,
        Set<Party> named,
        Key key,
        @Nullable String assumed) {

    public NewItem {
        named = Collections.unmodifiableSet(new TreeSet<>(named));
    }

    /** A cost that all that take part share. */
    public static NewItem common(CostCategory category, String description, Price price, Party payer, Key key) {
        return new NewItem(category, description, price, payer, Set.of(), key, null);
    }

    /** A cost of one party alone, whoever pays it first. */
    public static NewItem direct(CostCategory category, String description, Price price, Party payer, Party party) {
        return new NewItem(category, description, price, payer, Set.of(party), Key.EQUAL, null);
    }

    public NewItem by(Key other) {
        return new NewItem(category, description, price, payer, named, other, assumed);
    }

    public boolean isDirect() {
        return named.size() == 1;
    }
}
