package org.jointflights.domain.funding;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a grant pays of one item, and why not more.
 *
 * @param rule nothing where no fund covers the item
 * @param exact what it would be, in smallest units, before rounding
 */
public record GrantedItem(CostItem item, @Nullable GrantRule rule, Money granted, BigFraction exact, Bound bound) {

    /** What held the grant down. */
    public enum Bound {
        NOT_COVERED,
        RATE,
        CATEGORY_CAP,
        CEILING
    }
}
