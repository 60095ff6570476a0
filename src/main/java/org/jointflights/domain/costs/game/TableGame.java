package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/** A game given by a list of all coalition costs, as published cases are and as carriers' quotes may be. */
public final class TableGame implements CoalitionGame {

    private final int players;
    private final List<BigFraction> costs;

    /**
     * {@code costs} has {@code 2^players} entries; the entry at index S is the cost of the group whose bit mask is S,
     * that at 0 is zero. Costs may be negative (a gain). Throws {@link BadInput}.
     */
    public TableGame(int players, List<BigFraction> costs) {
        this.players = Coalition.requireCount(players, CostTable.MOST_PLAYERS);
        this.costs = List.copyOf(costs);
        if (costs.size() != 1 << players) {
            throw BadInput.of("coalitionCosts", costs.size(), "costs.games.table.size", 1 << players, players);
        }
        if (costs.get(0).signum() != 0) {
            throw BadInput.of("coalitionCosts", costs.get(0), "costs.games.table.empty");
        }
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public BigFraction cost(long coalition) {
        return costs.get((int) coalition);
    }

    /**
     * Solves {@code c(S) = Σ a_X·[S meets X]} for the amounts: {@code c(N) − c(N∖T)} is the sum of the amounts of all
     * sets inside T, and Möbius inversion over subsets takes such sums apart again.
     */
    @Override
    public HittingGame hittingForm() {
        int all = costs.size() - 1;
        BigFraction[] amounts = new BigFraction[costs.size()];
        for (int set = 0; set <= all; set++) {
            amounts[set] = costs.get(all).subtract(costs.get(all & ~set));
        }
        for (int bit = 1; bit <= all; bit <<= 1) {
            for (int set = 0; set <= all; set++) {
                if ((set & bit) != 0) {
                    amounts[set] = amounts[set].subtract(amounts[set ^ bit]);
                }
            }
        }
        List<HittingCost> hitting = new ArrayList<>(all);
        for (int set = 1; set <= all; set++) {
            hitting.add(new HittingCost(amounts[set], set));
        }
        return new HittingGame(players, hitting);
    }
}
