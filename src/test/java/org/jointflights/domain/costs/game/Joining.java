package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What one party's joining does to the others' bills under a rule. {@code without} has a zero at the party's own place.
 */
public record Joining(int player, List<BigFraction> without, List<BigFraction> with) {

    /** A rule that shares the cost of a game. */
    @FunctionalInterface
    public interface Rule {

        /** {@code parties} are the numbers the game's parties have when all are there, to look up their weights by. */
        List<BigFraction> shares(HittingGame game, List<Integer> parties);
    }

    /** Shares the game with this party and without it; throws {@link org.jointflights.domain.BadInput} for the only one. */
    public static Joining of(CoalitionGame game, int player, Rule rule) {
        List<Integer> all = IntStream.range(0, game.players()).boxed().toList();
        List<Integer> others = all.stream().filter(party -> party != player).toList();
        HittingGame sum = game.hittingForm();
        List<BigFraction> without = new ArrayList<>(rule.shares(Games.without(sum, player), others));
        without.add(player, BigFraction.ZERO);
        return new Joining(player, List.copyOf(without), rule.shares(sum, all));
    }

    /** How much more (or, negative, less) this other party pays because of the joining. */
    public BigFraction change(int other) {
        return with.get(other).subtract(without.get(other));
    }

    /** The others who pay more because of the joining, in order of number; none under leg sharing. */
    public List<Integer> payMore() {
        return IntStream.range(0, with.size())
                .filter(other -> other != player && change(other).signum() > 0)
                .boxed()
                .toList();
    }
}
