package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * The tau value (Tijs 1981), as the cost gap method (Tijs and Driessen 1986): everybody pays their separable cost m and
 * the rest is split in proportion to the most each could be talked into, {@code l_i = min over S with i of c(S) − m(S)}.
 * Where the game is submodular the minimum is at {i} and the result is that of
 * {@link SeparableCosts#remainingBenefits}, which takes any number of parties.
 */
public final class TauValue {

    private TauValue() {}

    /**
     * {@code m_i + (c(N) − Σm)·l_i/Σl}, which charges nobody more than alone. Throws {@link BadInput} for more than 15
     * parties unless the game is a sum of costs, and where the rule has no answer: some {@code l_i} is negative or all of them are
     * less than the rest.
     */
    public static List<BigFraction> of(CoalitionGame game) {
        if (game.players() > Nucleolus.MOST_PLAYERS && game.hittingForm().hasOnlyCosts()) {
            return SeparableCosts.remainingBenefits(game);
        }
        CostTable table = CostTable.of(game, Nucleolus.MOST_PLAYERS);
        int players = table.players();
        List<BigFraction> marginal = SeparableCosts.marginal(game);
        List<BigFraction> concessions = new ArrayList<>(players);
        BigInteger[] separable = marginal.stream()
                .map(cost -> Fractions.numerator(cost, table.denominator()))
                .toArray(BigInteger[]::new);
        BigInteger[] sums = SatisfactionLevel.sums(separable);
        for (int player = 0; player < players; player++) {
            BigInteger concession = table.cost(table.all()).subtract(sums[table.all()]);
            for (int group = 0; group <= table.all(); group++) {
                if (Coalition.contains(group, player)) {
                    concession = concession.min(table.cost(group).subtract(sums[group]));
                }
            }
            concessions.add(BigFraction.of(concession, table.denominator()));
        }
        BigFraction rest = game.total().subtract(Fractions.sum(marginal));
        if (concessions.stream().anyMatch(concession -> concession.signum() < 0)
                || Fractions.sum(concessions).compareTo(rest) < 0) {
            throw BadInput.of("sharedRest", rest, "costs.games.tau");
        }
        return SeparableCosts.withRest(game, marginal, concessions, "costs.games.tau");
    }
}
