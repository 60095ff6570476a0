package org.jointflights.domain.costs.game;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which parties add no cost and which are alike, read off the sets of the game's {@link CoalitionGame#hittingForm()}:
 * since that sum is the only one, a party adds nothing exactly if it is in no set, and two are interchangeable exactly
 * if exchanging them maps the sets onto themselves, amounts included.
 */
public final class Likeness {

    private final Map<Long, BigFraction> amounts = new HashMap<>();

    public Likeness(CoalitionGame game) {
        game.hittingForm().costs().forEach(cost -> amounts.put(cost.payers(), cost.amount()));
    }

    /** Whether this party makes no group dearer by joining it; then it should pay nothing. */
    public boolean addsNothing(int player) {
        return amounts.keySet().stream().noneMatch(set -> Coalition.contains(set, player));
    }

    /** Whether this party makes every group dearer by just what flying alone costs it (a dummy); then it should pay that. */
    public boolean addsOnlyItsOwn(int player) {
        return amounts.keySet().stream().noneMatch(set -> Coalition.contains(set, player) && set != 1L << player);
    }

    /** Whether these two make every group dearer by the same (symmetry); then they should pay the same. */
    public boolean areAlike(int one, int other) {
        return amounts.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(amounts.get(exchanged(entry.getKey(), one, other))));
    }

    private static long exchanged(long set, int one, int other) {
        return Coalition.contains(set, one) == Coalition.contains(set, other) ? set : set ^ (1L << one | 1L << other);
    }
}
