package org.jointflights.domain.costs;

import org.jointflights.domain.PreparedSentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.money.Money;

/** What the reasons of all shares of one item say alike, written once for all of them. */
final class ItemWords {

    private final PreparedSentence shared;
    private final PreparedSentence mixed;
    private final PreparedSentence extra;
    private final PreparedSentence noExtra;

    ItemWords(ItemShares shares, SharingWords sharing) {
        CostItem item = shares.item();
        Money unit = new Money(1, item.amount().currency());
        int leftOver = shares.rests().leftOver();
        this.shared = PreparedSentence.of(
                "costs.posting." + (item.isDirect() ? "direct" : "shared"),
                null,
                null,
                item.label(),
                item.amount(),
                item.key().words(),
                sharing.sharers(),
                null,
                sharing.total(),
                null);
        this.mixed = PreparedSentence.of("costs.posting.mixed", null, null, unit);
        this.extra = PreparedSentence.of("costs.posting.extra", null, leftOver, unit, null, null);
        this.noExtra = PreparedSentence.of("costs.posting.noExtra", null, leftOver, unit, null, null);
    }

    /** By the key: who, what is posted, the weight, the exact share. */
    Worded shared(Object party, Money posted, String weight, Worded exact) {
        return shared.with(party, posted, weight, exact);
    }

    /** Whole units and what is left of one. */
    Worded mixed(Money units, String part) {
        return mixed.with(units, part);
    }

    /** Whether one of the units left over goes here. */
    Worded ranked(Worded reason, boolean isGiven, String rest, int rank) {
        return (isGiven ? extra : noExtra).with(reason, rest, rank);
    }
}
