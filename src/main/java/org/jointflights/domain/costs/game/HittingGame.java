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
 * A sum of hitting games, {@code c(S) = Σ a_X · [S meets X]}. A direct cost is one with X = one party, the fixed part of
 * a charter one with X = everybody, a leg one with X = those on board; a route flown with shortcuts is a sum with some
 * negative amounts ({@link RouteGame#hittingForm()}). Because a rule such as the Shapley value adds up over the sum, and
 * splits each cost inside its own X only, its result can be recomputed line by line. Each game is such a sum in exactly
 * one way, so that what is true of a game (who adds no cost, who is alike) can be read off its sets.
 */
public final class HittingGame implements CoalitionGame {

    private final int players;
    /** Amounts counted in one common fraction of a unit, so that adding them up is adding whole numbers. */
    private final BigInteger denominator;

    private final long[] sets;
    private final BigInteger[] amounts;

    /** Equal sets are merged and zero amounts dropped. Throws {@link BadInput}. */
    public HittingGame(int players, List<HittingCost> costs) {
        this.players = Coalition.requireCount(players, Coalition.MOST_PLAYERS);
        costs.forEach(cost -> Coalition.requireWithin(cost.payers(), players));
        this.denominator = Fractions.commonDenominator(
                costs.stream().map(HittingCost::amount).toList());
        Map<Long, BigInteger> merged = new TreeMap<>();
        for (HittingCost cost : costs) {
            merged.merge(cost.payers(), Fractions.numerator(cost.amount(), denominator), BigInteger::add);
        }
        merged.values().removeIf(amount -> amount.signum() == 0);
        this.sets = merged.keySet().stream().mapToLong(Long::longValue).toArray();
        this.amounts = merged.values().toArray(BigInteger[]::new);
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public BigFraction cost(long coalition) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < sets.length; k++) {
            if ((sets[k] & coalition) != 0) {
                sum = sum.add(amounts[k]);
            }
        }
        return BigFraction.of(sum, denominator);
    }

    /**
     * What every group costs, in units of {@code 1 / denominator()}: the total less the amounts whose set lies wholly among the
     * others, which are added up over subsets party by party (the zeta transform of Yates 1937), in a time of n·2ⁿ whatever the
     * number of amounts. For up to 20 parties.
     */
    BigInteger[] numeratorsOfAll() {
        BigInteger[] within = new BigInteger[1 << Coalition.requireCount(players, CostTable.MOST_PLAYERS)];
        Arrays.fill(within, BigInteger.ZERO);
        BigInteger total = BigInteger.ZERO;
        for (int k = 0; k < sets.length; k++) {
            within[(int) sets[k]] = amounts[k];
            total = total.add(amounts[k]);
        }
        for (int bit = 1; bit < within.length; bit <<= 1) {
            for (int group = 0; group < within.length; group++) {
                if ((group & bit) != 0) {
                    within[group] = within[group].add(within[group ^ bit]);
                }
            }
        }
        BigInteger[] costs = new BigInteger[within.length];
        for (int group = 0; group < costs.length; group++) {
            costs[group] = total.subtract(within[costs.length - 1 - group]);
        }
        return costs;
    }

    @Override
    public HittingGame hittingForm() {
        return this;
    }

    /** Its costs, by set; no two with the same set and none of zero. */
    public List<HittingCost> costs() {
        List<HittingCost> costs = new ArrayList<>(sets.length);
        for (int k = 0; k < sets.length; k++) {
            costs.add(new HittingCost(BigFraction.of(amounts[k], denominator), sets[k]));
        }
        return costs;
    }

    /** Whether no amount is negative: then joining never makes it dearer for the others, and fair shares are stable. */
    public boolean hasOnlyCosts() {
        for (BigInteger amount : amounts) {
            if (amount.signum() < 0) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return sets.length;
    }

    long set(int k) {
        return sets[k];
    }

    /** The {@code k}th amount, in units of {@code 1 / denominator()}. */
    BigInteger numerator(int k) {
        return amounts[k];
    }

    BigInteger denominator() {
        return denominator;
    }
}
