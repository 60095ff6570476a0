package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jointflights.domain.costs.game.EqualProfit;
import org.jointflights.domain.costs.game.Nucleolus;
import org.jointflights.domain.costs.game.SeparableCosts;
import org.jointflights.domain.costs.game.Shapley;
import org.jointflights.domain.costs.game.TauValue;
import org.jspecify.annotations.Nullable;

/** What each key makes of the weights, the route and the quotes: the exact proportions of one way of sharing. */
final class KeyProportions {

    /** With what {@link CostInput} takes, all shares of a flight then add up within 64 bits, whatever their signs. */
    private static final int MOST_TIMES = 64;

    private final CostInput input;

    KeyProportions(CostInput input) {
        this.input = input;
    }

    /**
     * Throws {@link BadInput} where nobody weighs anything, the key asks for what the input lacks, or quotes that contradict one
     * another make some pay, and others get, many times what is shared.
     */
    Proportions by(Sharing sharing) {
        Proportions proportions = orNull(sharing);
        if (proportions == null) {
            throw BadInput.of("weights", 0, "costs.weights.zero", sharing.key().words(), names(sharing));
        }
        if (!proportions.turnOverAtMost(MOST_TIMES)) {
            throw BadInput.of(
                    "quotes",
                    sharing.key(),
                    "costs.weights.lopsided",
                    names(sharing),
                    MOST_TIMES,
                    sharing.key().words());
        }
        return proportions;
    }

    /** Nothing where nobody weighs anything; throws {@link BadInput} where the key asks for what the input lacks. */
    @Nullable
    Proportions orNull(Sharing sharing) {
        // What one party bears alone is divided by nothing, even if it sent nobody.
        Key key = sharing.size() == 1 ? Key.EQUAL : sharing.key();
        return key.division().of(this, sharing);
    }

    /** Whether it looks at every group of the sharers; a nucleolus does not where their needs lie one within the other. */
    boolean looksAtGroups(Sharing sharing) {
        if (!sharing.key().isSlow() || sharing.size() == 1) {
            return false;
        }
        return sharing.key() != Key.NUCLEOLUS
                || input.yardstick() == GroupCostBasis.QUOTES
                || !Nucleolus.isOfAirport(new SmallerGroups(input).game(sharing));
    }

    @Nullable
    Proportions weighed(Sharing sharing) {
        return Proportions.of(weights(sharing));
    }

    @Nullable
    Proportions custom(Sharing sharing) {
        return Proportions.of(
                sharing.customWeights().stream().mapToLong(Long::longValue).toArray());
    }

    @Nullable
    Proportions standAlone(Sharing sharing) {
        return Proportions.of(sharing.members().stream()
                .mapToLong(member -> quoteAlone(member).cost().minor())
                .toArray());
    }

    @Nullable
    Proportions routeShapley(Sharing sharing) {
        return Proportions.of(new SmallerGroups(input).routeShapley(sharing, weights(sharing)));
    }

    @Nullable
    Proportions separableCosts(Sharing sharing) {
        return of(SeparableCosts.remainingBenefits(new SmallerGroups(input).game(sharing)));
    }

    @Nullable
    Proportions nucleolus(Sharing sharing) {
        return of(Nucleolus.of(new SmallerGroups(input).game(sharing)));
    }

    @Nullable
    Proportions shapley(Sharing sharing) {
        long[] equal = new long[sharing.size()];
        Arrays.fill(equal, 1);
        return of(Shapley.weighted(new SmallerGroups(input).game(sharing), equal));
    }

    @Nullable
    Proportions equalProfit(Sharing sharing) {
        return of(EqualProfit.of(new SmallerGroups(input).game(sharing)));
    }

    @Nullable
    Proportions tau(Sharing sharing) {
        return of(TauValue.of(new SmallerGroups(input).game(sharing)));
    }

    @Nullable
    Proportions equalRest(Sharing sharing) {
        return of(SeparableCosts.equalRest(new SmallerGroups(input).game(sharing)));
    }

    private static @Nullable Proportions of(List<BigFraction> shares) {
        return Proportions.of(SmallerGroups.array(shares));
    }

    @Nullable
    Proportions perCapitaNucleolus(Sharing sharing) {
        return of(Nucleolus.perCapita(new SmallerGroups(input).game(sharing)));
    }

    /** What the key weighs the members by, in their order; one each where it weighs nothing. */
    private long[] weights(Sharing sharing) {
        Measure measure = sharing.key().measure();
        long[] all = input.weights()
                .by(measure == null || sharing.size() == 1 ? Measure.STATES : measure, sharing.members());
        return sharing.members().stream().mapToLong(member -> all[member]).toArray();
    }

    @Nullable
    Proportions seatKilometres(Sharing sharing) {
        List<SharedRoute.Leg> legs = input.requireRoute(sharing.key()).legs();
        long[] weights = weights(sharing);
        for (int i = 0; i < weights.length; i++) {
            long km = 0;
            for (int k = 0; k < legs.size(); k++) {
                km += isAboard(k, sharing, i) ? legs.get(k).km() : 0;
            }
            weights[i] *= km;
        }
        return Proportions.of(weights);
    }

    /**
     * Each leg's kilometres in proportion to the weights of the members aboard. A leg on which no member weighs anything
     * is left out: its part of the price falls on the others.
     */
    @Nullable
    Proportions legShares(Sharing sharing) {
        long[] km = input.requireRoute(sharing.key()).legs().stream()
                .mapToLong(SharedRoute.Leg::km)
                .toArray();
        long[] weights = weights(sharing);
        long[] legWeight = new long[km.length];
        for (int k = 0; k < km.length; k++) {
            for (int i = 0; i < weights.length; i++) {
                legWeight[k] += isAboard(k, sharing, i) ? weights[i] : 0;
            }
        }
        try {
            return Proportions.of(legShares(sharing, km, weights, legWeight));
        } catch (ArithmeticException beyond64Bits) {
            return Proportions.of(legFractions(sharing, km, weights, legWeight));
        }
    }

    /** Over the least common multiple of the legs' weights, all in 64 bits; throws where that is too little. */
    private long[] legShares(Sharing sharing, long[] km, long[] weights, long[] legWeight) {
        long common = 1;
        for (long weight : legWeight) {
            common = weight == 0 ? common : Math.multiplyExact(common / Proportions.gcd(common, weight), weight);
        }
        long[] shares = new long[weights.length];
        long divisor = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < km.length; k++) {
                if (legWeight[k] > 0 && isAboard(k, sharing, i)) {
                    long perWeight = Math.multiplyExact(common / legWeight[k], km[k]);
                    shares[i] = Math.addExact(shares[i], Math.multiplyExact(perWeight, weights[i]));
                }
            }
            divisor = Proportions.gcd(shares[i], divisor);
        }
        for (int i = 0; i < shares.length && divisor > 1; i++) {
            shares[i] /= divisor;
        }
        return shares;
    }

    private BigFraction[] legFractions(Sharing sharing, long[] km, long[] weights, long[] legWeight) {
        BigFraction[] shares = new BigFraction[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = BigFraction.ZERO;
            for (int k = 0; k < km.length; k++) {
                if (legWeight[k] > 0 && isAboard(k, sharing, i)) {
                    shares[i] = shares[i].add(BigFraction.of(
                            BigInteger.valueOf(weights[i]).multiply(BigInteger.valueOf(km[k])),
                            BigInteger.valueOf(legWeight[k])));
                }
            }
        }
        return shares;
    }

    private boolean isAboard(int leg, Sharing sharing, int place) {
        return (input.aboard(leg) >>> sharing.members().get(place) & 1) == 1;
    }

    private String names(Sharing sharing) {
        return Party.codes(input.parties(sharing.set()));
    }

    private Quote quoteAlone(int member) {
        Party party = input.party(member);
        return input.quotes().stream()
                .filter(quote -> quote.parties().equals(Set.of(party)))
                .findFirst()
                .orElseThrow(() -> BadInput.of("quote", null, "costs.quote.missing", party));
    }
}
