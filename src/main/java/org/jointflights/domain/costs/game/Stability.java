package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether there is any stable division at all, and what is missing if there is none.
 *
 * @param missing by how much less all together would have to pay for a stable division to exist, the groups costing what they cost
 *     (the cost of stability: Bachrach and others 2009); zero where there is one
 * @param surcharge how much more than by itself some group is asked for at least, however the total is divided (the least core:
 *     Shapley and Shubik 1966); zero or less where there is a stable division
 */
public record Stability(BigFraction missing, BigFraction surcharge) {

    /** As for the nucleolus. */
    public static final int MOST_PLAYERS = Nucleolus.MOST_PLAYERS;

    /** Throws {@link org.jointflights.domain.BadInput} for more than 15 parties. */
    public static Stability of(CoalitionGame game) {
        CostTable table = CostTable.of(game, MOST_PLAYERS);
        return new Stability(game.total().subtract(mostBorne(game, table)), surcharge(table));
    }

    public boolean isPossible() {
        return missing.signum() == 0;
    }

    /** The most that all can be asked for without any group being asked for more than it costs. */
    private static BigFraction mostBorne(CoalitionGame game, CostTable table) {
        int players = game.players();
        GroupRows groups = new GroupRows(game, players);
        RowProgram program = new RowProgram(players);
        for (int player = 0; player < players; player++) {
            program.start(groups.row(1L << player, false));
        }
        BigFraction[] everybody = Collections.nCopies(players, BigFraction.ONE).toArray(BigFraction[]::new);
        program.begin(everybody);
        List<BigFraction> shares = Arrays.asList(program.point());
        long group = Core.strongestOf(table, shares);
        while (group != 0) {
            program.enter(groups.row(group, false));
            shares = Arrays.asList(program.point());
            group = Core.strongestOf(table, shares);
        }
        return Fractions.sum(shares);
    }

    private static BigFraction surcharge(CostTable table) {
        int players = table.players();
        if (players == 1) {
            return BigFraction.ZERO;
        }
        // Satisfactions under an equal split, in whole numbers of 1/players.
        BigInteger unit = BigInteger.valueOf(players);
        BigInteger[] equal = new BigInteger[players];
        Arrays.fill(equal, table.cost(table.all()));
        SatisfactionLevel level = new SatisfactionLevel(
                players, Nucleolus.satisfaction(table, unit, equal), List.of(table.all()), size -> 1, false);
        level.raise();
        return BigFraction.of(
                level.change(players).negate(),
                level.changeDenominator().multiply(unit).multiply(table.denominator()));
    }
}
