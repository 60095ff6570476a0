package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * The engineers' rules (Tennessee Valley Authority, 1930s; Straffin and Heaney 1981): everybody first pays their
 * separable cost, what the flight would save without them, and the rest is split. They look at n+1 groups only.
 */
public final class SeparableCosts {

    private SeparableCosts() {}

    /** {@code m_i = c(N) − c(N∖i)}. These need not add up to the total. */
    public static List<BigFraction> marginal(CoalitionGame game) {
        long all = Coalition.all(game.players());
        List<BigFraction> marginal = new ArrayList<>(game.players());
        for (int player = 0; player < game.players(); player++) {
            marginal.add(game.total().subtract(game.cost(all & ~(1L << player))));
        }
        return List.copyOf(marginal);
    }

    /**
     * Separable costs, remaining benefits (SCRB), also called alternate cost avoided (ACA): the rest is split in
     * proportion to what each saves against flying alone, {@code m_i + (c(N) − Σm)·(c_i − m_i)/Σ(c_j − m_j)}. Where the
     * game is submodular it is the tau value. Throws {@link BadInput} if there is a rest but nobody saves anything.
     */
    public static List<BigFraction> remainingBenefits(CoalitionGame game) {
        List<BigFraction> marginal = marginal(game);
        List<BigFraction> benefits = new ArrayList<>(game.players());
        for (int player = 0; player < game.players(); player++) {
            benefits.add(game.standAlone(player).subtract(marginal.get(player)));
        }
        return withRest(game, marginal, benefits, "costs.games.scrb");
    }

    /** The rest in equal parts (EANS): {@code m_i + (c(N) − Σm)/n}. */
    public static List<BigFraction> equalRest(CoalitionGame game) {
        List<BigFraction> marginal = marginal(game);
        BigFraction each = game.total().subtract(Fractions.sum(marginal)).divide(game.players());
        return marginal.stream().map(own -> own.add(each)).toList();
    }

    /** {@code base_i + (c(N) − Σ base) · claims_i / Σ claims}. */
    static List<BigFraction> withRest(
            CoalitionGame game, List<BigFraction> base, List<BigFraction> claims, String noAnswer) {
        BigFraction rest = game.total().subtract(Fractions.sum(base));
        if (rest.isZero()) {
            return base;
        }
        BigFraction claimed = Fractions.sum(claims);
        if (claimed.isZero()) {
            throw BadInput.of("sharedRest", rest, noAnswer);
        }
        List<BigFraction> shares = new ArrayList<>(base.size());
        for (int player = 0; player < base.size(); player++) {
            shares.add(base.get(player).add(rest.multiply(claims.get(player)).divide(claimed)));
        }
        return List.copyOf(shares);
    }
}
