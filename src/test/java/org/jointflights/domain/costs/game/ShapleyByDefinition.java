package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** What the faster formulas are held against. */
final class ShapleyByDefinition {

    private ShapleyByDefinition() {}

    /**
     * By the definition, {@code Σ s!(n−s−1)!/n! · (c(S+i) − c(S))} over the groups S without i: for tables of up to 20
     * parties. Throws {@link BadInput} for more.
     */
    static List<BigFraction> of(CoalitionGame game) {
        CostTable table = CostTable.of(game, CostTable.MOST_PLAYERS);
        int players = table.players();
        BigInteger[] factorials = new BigInteger[players + 1];
        factorials[0] = BigInteger.ONE;
        for (int k = 1; k <= players; k++) {
            factorials[k] = factorials[k - 1].multiply(BigInteger.valueOf(k));
        }
        List<BigFraction> value = new ArrayList<>(players);
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            BigInteger[] addedAtSize = zeros(players);
            for (int group = 0; group <= table.all(); group++) {
                if ((group & bit) == 0) {
                    int size = Integer.bitCount(group);
                    BigInteger added = table.cost(group | bit).subtract(table.cost(group));
                    addedAtSize[size] = addedAtSize[size].add(added);
                }
            }
            BigInteger sum = BigInteger.ZERO;
            for (int size = 0; size < players; size++) {
                BigInteger orders = factorials[size].multiply(factorials[players - size - 1]);
                sum = sum.add(addedAtSize[size].multiply(orders));
            }
            value.add(BigFraction.of(sum, factorials[players].multiply(table.denominator())));
        }
        return List.copyOf(value);
    }

    private static BigInteger[] zeros(int count) {
        BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
