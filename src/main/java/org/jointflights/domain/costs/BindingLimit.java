package org.jointflights.domain.costs;

import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * A floor or a cap that holds a share away from what the key makes of it.
 *
 * @param held what the party pays: exactly that floor or cap
 * @param byKey what the key alone would ask of it, to the cent as it would be posted
 */
public record BindingLimit(CostItem item, Party party, boolean isCap, Money held, Money byKey) {

    /** Which limit of whom binds, and what the key alone would ask. */
    public Sentence words() {
        return Sentence.of(isCap ? "costs.binding.cap" : "costs.binding.floor", party, held, item.label(), byKey);
    }
}
