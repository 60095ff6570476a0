package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jspecify.annotations.Nullable;

/** What each key makes of the weights, the route and the quotes: the exact proportions of one way of sharing. */
final class Dividing {

    private final CostInput input;

    Dividing(CostInput input) {
        this.input = input;
    }

    /** Throws {@link BadInput} where nobody weighs anything, or the key asks for what the input lacks. */
    Proportions by(Sharing sharing) {
        Proportions proportions = orNull(sharing);
        if (proportions == null) {
            throw BadInput.of("weights", 0, "costs.weights.zero", sharing.key(), input.parties(sharing.set()));
        }
        return proportions;
    }

    /** Nothing where nobody weighs anything; throws {@link BadInput} where the key asks for what the input lacks. */
    @Nullable
    Proportions orNull(Sharing sharing) {
        // What one party bears alone is divided by nothing, even if it sent nobody.
        Key key = sharing.size() == 1 ? Key.EQUAL : sharing.key();
        return switch (key) {
            case EQUAL, PER_RETURNEE, PER_SEAT -> Proportions.of(weights(sharing));
            case SEAT_KILOMETRE -> Proportions.of(seatKilometres(sharing));
            case LEG_SHARE_BY_SEATS, LEG_SHARE_BY_RETURNEES, LEG_SHARE_BY_STATE -> legShares(sharing);
            case CUSTOM ->
                Proportions.of(sharing.customWeights().stream()
                        .mapToLong(Long::longValue)
                        .toArray());
            case STAND_ALONE ->
                Proportions.of(sharing.members().stream()
                        .mapToLong(member -> quoteAlone(member).cost().minor())
                        .toArray());
            case ROUTE_SHAPLEY,
                    ROUTE_SHAPLEY_BY_SEATS,
                    ROUTE_SHAPLEY_BY_RETURNEES,
                    SEPARABLE_COSTS,
                    NUCLEOLUS,
                    PER_CAPITA_NUCLEOLUS -> Proportions.of(new SmallerGroups(input).shares(sharing, weights(sharing)));
        };
    }

    /** What the key weighs the members by, in their order; one each where it weighs nothing. */
    private long[] weights(Sharing sharing) {
        Measure measure = sharing.key().measure();
        long[] all = input.weights().by(measure == null || sharing.size() == 1 ? Measure.STATES : measure);
        return sharing.members().stream().mapToLong(member -> all[member]).toArray();
    }

    private long[] seatKilometres(Sharing sharing) {
        SharedRoute route = input.requireRoute(sharing.key());
        long[] weights = weights(sharing);
        for (int i = 0; i < weights.length; i++) {
            Party party = input.party(sharing.members().get(i));
            long km = route.legs().stream()
                    .filter(leg -> leg.aboard().contains(party))
                    .mapToLong(SharedRoute.Leg::km)
                    .sum();
            weights[i] *= km;
        }
        return weights;
    }

    /**
     * Each leg's kilometres in proportion to the weights of the members aboard. A leg on which no member weighs anything
     * is left out: its part of the price falls on the others.
     */
    private @Nullable Proportions legShares(Sharing sharing) {
        List<SharedRoute.Leg> legs = input.requireRoute(sharing.key()).legs();
        long[] weights = weights(sharing);
        boolean[][] aboard = new boolean[legs.size()][weights.length];
        long[] legWeight = new long[legs.size()];
        for (int k = 0; k < legWeight.length; k++) {
            Set<Party> parties = legs.get(k).aboard();
            for (int i = 0; i < weights.length; i++) {
                aboard[k][i] = parties.contains(input.party(sharing.members().get(i)));
                legWeight[k] += aboard[k][i] ? weights[i] : 0;
            }
        }
        BigInteger common = BigInteger.ONE;
        for (long weight : legWeight) {
            common = weight == 0 ? common : Proportions.lcm(common, BigInteger.valueOf(weight));
        }
        BigFraction[] shares = new BigFraction[weights.length];
        for (int i = 0; i < weights.length; i++) {
            BigInteger share = BigInteger.ZERO;
            for (int k = 0; k < legWeight.length; k++) {
                if (aboard[k][i] && legWeight[k] > 0) {
                    BigInteger perWeight = common.divide(BigInteger.valueOf(legWeight[k]));
                    share = share.add(perWeight.multiply(
                            BigInteger.valueOf(weights[i] * legs.get(k).km())));
                }
            }
            shares[i] = BigFraction.of(share);
        }
        return Proportions.of(shares);
    }

    private Quote quoteAlone(int member) {
        Party party = input.party(member);
        return input.quotes().stream()
                .filter(quote -> quote.parties().equals(Set.of(party)))
                .findFirst()
                .orElseThrow(() -> BadInput.of("quote", null, "costs.quote.missing", party));
    }
}
