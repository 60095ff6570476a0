package org.jointflights.domain.publicrecord;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a flight has cost, each figure rounded to whole euro by itself.
 *
 * @param total what all parties paid
 * @param granted what funds gave of it
 * @param borne what each party bears of the rest, in the order of their codes; nothing where it is not told
 */
public record PublicCosts(
        Money total, Money granted, @Nullable Map<Party, Money> borne) {

    private static final long CENTS = 100;

    /**
     * As the public is told it. Costs are shared by heads: the shares of two states stand to one another as the numbers of
     * their people do, and with the number of all people in the same record they are these numbers. So either the shares of
     * all are told or of nobody: one that is left out is the difference to the sum.
     *
     * @param heads of every state that bears a share or takes part
     */
    public static PublicCosts of(Money total, Money granted, Map<Party, Money> borne, Collection<StateHeads> heads) {
        Map<Party, Money> whole = new TreeMap<>();
        borne.forEach((party, amount) -> whole.put(party, wholeEuro(amount)));
        boolean told = heads.stream().allMatch(StateHeads::mayBeTold);
        return new PublicCosts(wholeEuro(total), wholeEuro(granted), told ? whole : null);
    }

    private static Money wholeEuro(Money exact) {
        return Money.euro(Math.multiplyExact(Math.floorDiv(Math.addExact(exact.minor(), CENTS / 2), CENTS), CENTS));
    }
}
