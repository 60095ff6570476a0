package org.jointflights.domain.settlement;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;

/**
 * A certified claim as the accounts count it.
 *
 * @param eligible the part that a grant may pay, in the item's currency
 * @param item who paid what, and by which key what a grant leaves of it is shared; its id is the claim's
 */
public record FinalCost(Money eligible, CostItem item) {

    /** Throws {@link BadInput} where more is eligible than was paid. */
    public FinalCost {
        if (eligible.minor() < 0 || eligible.compareTo(item.amount()) > 0) {
            throw BadInput.of("eligibleAmount", eligible, "settlement.eligible.range", item.amount());
        }
    }

    public long claim() {
        return item.id();
    }

    public Party claimant() {
        return item.payer();
    }

    public Money paid() {
        return item.amount();
    }
}
