package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The rows of the core, {@code x(S) ≤ c(S)}, found one by one: that of the group which a division would make gain most. */
final class GroupRows {

    private final CoalitionGame game;
    private final int variables;
    /** What all groups cost, where each has to be looked at. */
    private final @Nullable CostTable table;

    private final List<RowProgram.Row> found = new ArrayList<>();

    /** @param variables the shares first, then what else the program has */
    GroupRows(CoalitionGame game, int variables) {
        this.game = game;
        this.variables = variables;
        this.table = Core.isQuick(game) ? null : CostTable.of(game, Nucleolus.MOST_PLAYERS);
    }

    /** A row that the point breaks; nothing where no group would gain. The shares at the point add up to the total. */
    RowProgram.@Nullable Row broken(BigFraction[] point) {
        for (RowProgram.Row row : found) {
            if (row.excess(point).signum() > 0) {
                return row;
            }
        }
        List<BigFraction> shares = Arrays.asList(point).subList(0, game.players());
        long group = table == null
                ? Core.strongestObjection(game, shares)
                        .map(Objection::coalition)
                        .orElse(0L)
                : Core.strongestOf(table, shares);
        if (group == 0) {
            return null;
        }
        RowProgram.Row row = row(group, false);
        found.add(row);
        return row;
    }

    /** What a group pays together is at most, or exactly, what it costs. */
    RowProgram.Row row(long group, boolean exact) {
        BigFraction[] of = new BigFraction[variables];
        Arrays.setAll(of, i -> i < game.players() && Coalition.contains(group, i) ? BigFraction.ONE : BigFraction.ZERO);
        return new RowProgram.Row(of, game.cost(group), exact);
    }
}
