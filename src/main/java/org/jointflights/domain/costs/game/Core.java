package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * Whether shares are stable (in the core, Gillies 1959): they add up to the total and no group is asked for more than it
 * would pay by itself. The answer is exact; if somebody would do better, the group that would gain most is named.
 */
public final class Core {

    /** Sixteen million groups, some seconds. */
    private static final int MOST_PLAYERS = 24;

    private Core() {}

    /**
     * The group that would gain most by flying by itself; empty if there is none, which means the shares are in the
     * core. Leg sharing and routes with one stop per party are solved for any number of parties, other games by looking
     * at every group of up to 24 parties. Throws {@link BadInput} for more, and for shares that miss the total.
     */
    public static Optional<Objection> strongestObjection(CoalitionGame game, List<BigFraction> shares) {
        requireTotal(game, shares);
        long group;
        if (game instanceof RouteGame route && RouteObjection.applies(route)) {
            group = RouteObjection.strongest(route, shares);
        } else if (game instanceof LegSharingGame || (game instanceof HittingGame sum && sum.hasOnlyCosts())) {
            group = LegObjection.strongest(game.hittingForm(), shares);
        } else {
            group = strongestOfAll(game, shares);
        }
        return Optional.of(Objection.of(game, shares, group))
                .filter(objection -> objection.gain().signum() > 0);
    }

    /** Whether {@link #strongestObjection} takes this game for any number of parties, in no time. */
    public static boolean isQuick(CoalitionGame game) {
        return (game instanceof RouteGame route && RouteObjection.applies(route))
                || game instanceof LegSharingGame
                || (game instanceof HittingGame sum && sum.hasOnlyCosts());
    }

    /** Goes through all groups in Gray code, in which each differs from the one before by one party. */
    static long strongestOfAll(CoalitionGame game, List<BigFraction> shares) {
        int players = Coalition.requireCount(game.players(), MOST_PLAYERS);
        if (game instanceof HittingGame && players <= CostTable.MOST_PLAYERS) {
            return strongestOf(CostTable.of(game, players), shares);
        }
        BigInteger scale = Fractions.commonDenominator(shares);
        BigInteger[] asked =
                shares.stream().map(share -> Fractions.numerator(share, scale)).toArray(BigInteger[]::new);
        long strongest = 0;
        BigFraction most = BigFraction.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (long count = 1; count < 1L << players; count++) {
            long group = count ^ count >> 1;
            int changed = Long.numberOfTrailingZeros(count);
            sum = Coalition.contains(group, changed) ? sum.add(asked[changed]) : sum.subtract(asked[changed]);
            BigFraction alone = game.cost(group);
            // Most groups gain nothing, and that is seen without reducing a fraction, which may carry its sign below.
            int order = sum.multiply(alone.getDenominator())
                    .compareTo(alone.getNumerator().multiply(scale));
            if (order * alone.getDenominator().signum() > 0) {
                BigFraction gain = BigFraction.of(sum, scale).subtract(alone);
                if (gain.compareTo(most) > 0) {
                    most = gain;
                    strongest = group;
                }
            }
        }
        return strongest;
    }

    /** The same of costs that are written out; the shares need not add up to anything. */
    static long strongestOf(CostTable table, List<BigFraction> exact) {
        BigInteger scale = Fractions.commonDenominator(exact);
        BigInteger[] asked =
                exact.stream().map(share -> Fractions.numerator(share, scale)).toArray(BigInteger[]::new);
        BigInteger common =
                table.denominator().divide(table.denominator().gcd(scale)).multiply(scale);
        BigInteger ofShares = common.divide(scale);
        BigInteger ofCosts = common.divide(table.denominator());
        BigInteger[] shares = Arrays.stream(asked).map(ofShares::multiply).toArray(BigInteger[]::new);
        int strongest = 0;
        BigInteger most = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (int count = 1; count <= table.all(); count++) {
            int group = count ^ count >> 1;
            int changed = Integer.numberOfTrailingZeros(count);
            sum = Coalition.contains(group, changed) ? sum.add(shares[changed]) : sum.subtract(shares[changed]);
            BigInteger gain = sum.subtract(table.cost(group).multiply(ofCosts));
            if (gain.compareTo(most) > 0) {
                most = gain;
                strongest = group;
            }
        }
        return strongest;
    }

    private static void requireTotal(CoalitionGame game, List<BigFraction> shares) {
        if (shares.size() != game.players()) {
            throw BadInput.of("shares", shares.size(), "costs.games.shares.count", game.players());
        }
        if (!Fractions.sum(shares).equals(game.total())) {
            throw BadInput.of("shares", Fractions.sum(shares), "costs.games.shares.sum", game.total());
        }
    }
}
