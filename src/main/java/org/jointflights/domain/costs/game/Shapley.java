package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * The Shapley value (Shapley 1953): everybody pays what their joining adds to the cost, averaged over all orders of
 * joining. It is the only rule that adds up, treats equals alike, charges nothing to whoever adds nothing, and adds up
 * over cost items.
 */
public final class Shapley {

    private Shapley() {}

    /**
     * Each cost is split inside its set in proportion to positive weights (heads, seats): {@code w_i / w(X)}. It is the
     * weighted Shapley value of Kalai and Samet (1987) in its dual form. Throws {@link BadInput}.
     */
    public static List<BigFraction> weighted(CoalitionGame game, long[] weights) {
        requireWeights(weights, game.players());
        HittingGame sum = game.hittingForm();
        // Few denominators occur: adding up whole numbers under each first leaves one fraction a party to reduce.
        Map<Long, BigInteger[]> underWeight = new TreeMap<>();
        for (int k = 0; k < sum.size(); k++) {
            int[] members = Coalition.players(sum.set(k));
            BigInteger[] due = underWeight.computeIfAbsent(weight(members, weights), w -> zeros(weights.length));
            for (int player : members) {
                due[player] = due[player].add(sum.numerator(k));
            }
        }
        BigInteger common = BigInteger.ONE;
        for (long weight : underWeight.keySet()) {
            common = Fractions.leastCommonMultiple(common, BigInteger.valueOf(weight));
        }
        BigInteger[] shares = zeros(weights.length);
        for (Map.Entry<Long, BigInteger[]> entry : underWeight.entrySet()) {
            BigInteger times = common.divide(BigInteger.valueOf(entry.getKey()));
            for (int player = 0; player < shares.length; player++) {
                shares[player] = shares[player].add(entry.getValue()[player].multiply(times));
            }
        }
        List<BigFraction> value = new ArrayList<>(shares.length);
        for (int player = 0; player < shares.length; player++) {
            value.add(BigFraction.of(
                    shares[player].multiply(BigInteger.valueOf(weights[player])), common.multiply(sum.denominator())));
        }
        return List.copyOf(value);
    }

    private static void requireWeights(long[] weights, int players) {
        if (weights.length != players) {
            throw BadInput.of("weights", weights.length, "costs.games.weights.count", players);
        }
        for (long weight : weights) {
            if (weight <= 0) {
                throw BadInput.of("weights", weight, "costs.games.weights.positive");
            }
        }
    }

    private static long weight(int[] members, long[] weights) {
        long weight = 0;
        for (int player : members) {
            weight = Math.addExact(weight, weights[player]);
        }
        return weight;
    }

    private static BigInteger[] zeros(int length) {
        BigInteger[] zeros = new BigInteger[length];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
