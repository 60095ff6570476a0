package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The nucleolus straight from its definition, slow and sharing nothing with the product: all rows in one tableau of
 * fractions, and a group is settled when a second program finds that it is equally satisfied in every best division.
 */
final class SchemeOfDefinition {

    private final CoalitionGame game;
    private final int players;
    private final boolean perCapita;
    private final boolean bounded;
    private final BigFraction[] settled;

    private SchemeOfDefinition(CoalitionGame game, boolean perCapita) {
        this.game = game;
        this.players = game.players();
        this.perCapita = perCapita;
        BigFraction alone = BigFraction.ZERO;
        for (int player = 0; player < players; player++) {
            alone = alone.add(game.standAlone(player));
        }
        this.bounded = !perCapita && alone.compareTo(game.total()) >= 0;
        this.settled = new BigFraction[1 << players];
    }

    static List<BigFraction> nucleolus(CoalitionGame game) {
        return new SchemeOfDefinition(game, false).solve();
    }

    static List<BigFraction> perCapita(CoalitionGame game) {
        return new SchemeOfDefinition(game, true).solve();
    }

    private List<BigFraction> solve() {
        int all = (1 << players) - 1;
        settled[all] = game.total();
        while (true) {
            BigFraction level = DenseSimplex.maximum(rows(Optional.empty()), objective(players, 1));
            List<BigFraction[]> best = rows(Optional.of(level));
            boolean open = false;
            BigFraction[] charged = settled.clone();
            for (int group = 1; group < all; group++) {
                if (settled[group] == null) {
                    BigFraction most = DenseSimplex.maximum(best, charge(group, 1));
                    BigFraction least =
                            DenseSimplex.maximum(best, charge(group, -1)).negate();
                    if (most.equals(least)) {
                        charged[group] = most;
                    } else {
                        open = true;
                    }
                }
            }
            System.arraycopy(charged, 0, settled, 0, charged.length);
            if (!open) {
                List<BigFraction> shares = new ArrayList<>();
                for (int player = 0; player < players; player++) {
                    shares.add(players == 1 ? game.total() : settled[1 << player]);
                }
                return shares;
            }
        }
    }

    /** Columns: shares, then the level; last the bound of {@code row · columns ≤ bound}. */
    private List<BigFraction[]> rows(Optional<BigFraction> level) {
        List<BigFraction[]> rows = new ArrayList<>();
        for (int group = 1; group < 1 << players; group++) {
            if (settled[group] != null) {
                rows.add(row(charge(group, 1), settled[group]));
                rows.add(row(charge(group, -1), settled[group].negate()));
            } else {
                BigFraction[] row = charge(group, 1);
                row[players] = BigFraction.of(perCapita ? Integer.bitCount(group) : 1);
                rows.add(row(row, game.cost(group)));
                if (bounded && Integer.bitCount(group) == 1) {
                    rows.add(row(charge(group, 1), game.cost(group)));
                }
            }
        }
        level.ifPresent(value -> {
            rows.add(row(objective(players, 1), value));
            rows.add(row(objective(players, -1), value.negate()));
        });
        return rows;
    }

    private BigFraction[] charge(int group, int sign) {
        BigFraction[] row = objective(players, 0);
        for (int player = 0; player < players; player++) {
            row[player] = BigFraction.of((group >> player & 1) * sign);
        }
        return row;
    }

    private BigFraction[] objective(int column, int sign) {
        BigFraction[] row = new BigFraction[players + 1];
        java.util.Arrays.fill(row, BigFraction.ZERO);
        row[column] = BigFraction.of(sign);
        return row;
    }

    private static BigFraction[] row(BigFraction[] coefficients, BigFraction bound) {
        BigFraction[] row = java.util.Arrays.copyOf(coefficients, coefficients.length + 1);
        row[coefficients.length] = bound;
        return row;
    }
}
