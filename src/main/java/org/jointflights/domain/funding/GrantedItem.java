package org.jointflights.domain.funding;

import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a grant pays of one item, and why not more.
 *
 * @param rule nothing where no fund covers the item
 */
public record GrantedItem(CostItem item, @Nullable GrantRule rule, Money granted, Bound bound) {

    /** What held the grant down. */
    public enum Bound {
        NOT_COVERED,
        INELIGIBLE,
        RATE,
        CATEGORY_CAP,
        CEILING
    }

    /** What is left to be shared, or stays with the party if the item is direct. */
    public Money left() {
        return item.amount().minus(granted);
    }

    /** Fund, rate, cap and reason in one sentence. */
    public Sentence reason() {
        if (rule == null) {
            return Sentence.of("funding.item.NOT_COVERED", item.payer(), item.label(), item.amount());
        }
        return Sentence.of(
                "funding.item." + bound,
                item.payer(),
                item.label(),
                item.amount(),
                granted,
                Sentence.of("funding.fund." + rule.fund()),
                rule.rate().multiply(100),
                rule.categoryCaps().getOrDefault(item.category(), rule.ceiling()),
                rule.ceiling());
    }
}
