package org.jointflights.domain.costs.game;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What every group of parties would cost on its own, in any one unit (cents, kilometres). All rules of this package
 * grow in proportion to the costs, so a game may be counted in kilometres and its shares priced afterwards.
 */
public interface CoalitionGame {

    /** How many parties there are. */
    int players();

    /** What serving exactly this group costs; nothing for the empty group. */
    BigFraction cost(long coalition);

    /**
     * The same game as a sum of costs that fall due as soon as anybody of a set takes part. There is one such sum for
     * every game; {@link HittingGame} says why that is useful.
     */
    HittingGame hittingForm();

    /** What the flight costs with everybody on it. */
    default BigFraction total() {
        return cost(Coalition.all(players()));
    }

    /** What the flight would cost this party alone. */
    default BigFraction standAlone(int player) {
        return cost(1L << player);
    }
}
