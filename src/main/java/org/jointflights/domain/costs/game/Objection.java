package org.jointflights.domain.costs.game;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A group that would do better by itself: on its own it costs {@code alone}, and it is asked for {@code asked}. */
public record Objection(long coalition, BigFraction alone, BigFraction asked) {

    static Objection of(CoalitionGame game, List<BigFraction> shares, long coalition) {
        return new Objection(coalition, game.cost(coalition), Fractions.sum(shares, coalition));
    }

    /** By how much it would do better; positive. */
    public BigFraction gain() {
        return asked.subtract(alone);
    }
}
