package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The costs of all groups, written out as whole numbers of {@code 1 / denominator} for the methods that look at each. */
record CostTable(int players, List<BigInteger> costs, BigInteger denominator) {

    /** A million groups; more would fill the memory. */
    static final int MOST_PLAYERS = 20;

    /** Throws {@link org.jointflights.domain.BadInput} for more than {@code most} parties. */
    static CostTable of(CoalitionGame game, int most) {
        int players = Coalition.requireCount(game.players(), most);
        if (game instanceof HittingGame sum) {
            return new CostTable(players, List.of(sum.numeratorsOfAll()), sum.denominator());
        }
        List<BigFraction> costs = new ArrayList<>(1 << players);
        for (long coalition = 0; coalition < 1L << players; coalition++) {
            costs.add(game.cost(coalition));
        }
        BigInteger denominator = Fractions.commonDenominator(costs);
        return new CostTable(
                players,
                costs.stream()
                        .map(cost -> Fractions.numerator(cost, denominator))
                        .toList(),
                denominator);
    }

    BigInteger cost(int coalition) {
        return costs.get(coalition);
    }

    /** All parties together. */
    int all() {
        return costs.size() - 1;
    }
}
