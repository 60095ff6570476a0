package org.jointflights.domain.settlement;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;

/**
 * A certified claim as the accounts count it.
 *
 * @param eligible the part that a grant may pay, in the item's currency
 * @param item who paid what, and by which key what a grant leaves of it is shared
 */
public record FinalCost(long claim, Money eligible, CostItem item) {

    /** Throws {@link BadInput} where more is eligible than was paid. */
    public FinalCost {
        if (eligible.minor() < 0 || eligible.compareTo(item.amount()) > 0) {
            throw BadInput.of("eligibleAmount", eligible, "settlement.eligible.range", item.amount());
        }
    }

    public Party claimant() {
        return item.payer();
    }

    public Money paid() {
        return item.amount();
    }
}
