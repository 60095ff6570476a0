package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Tells whether given shares are a nucleolus, without computing one (Kohlberg 1971; for the per-capita nucleolus the
 * groups are ordered by satisfaction per member): for every level, no change of the shares that keeps their sum can lower
 * the charge of one of the groups satisfied at most so much without raising that of another. All groups are looked at.
 */
public final class Kohlberg {

    private Kohlberg() {}

    /** {@code bounded}: only shares count that charge nobody more than alone. Costs are indexed by bit mask. */
    public static boolean accepts(
            List<BigFraction> costs, List<BigFraction> shares, boolean perCapita, boolean bounded) {
        int players = shares.size();
        int all = (1 << players) - 1;
        if (!charge(shares, all).equals(costs.get(all))) {
            return false;
        }
        List<Integer> atMost = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            int order = shares.get(player).compareTo(costs.get(1 << player));
            if (bounded && order > 0) {
                return false;
            }
            if (bounded && order == 0) {
                atMost.add(1 << player);
            }
        }
        TreeMap<BigFraction, List<Integer>> levels = new TreeMap<>();
        for (int group = 1; group < all; group++) {
            BigFraction saved = costs.get(group).subtract(charge(shares, group));
            levels.computeIfAbsent(
                            perCapita ? saved.divide(Integer.bitCount(group)) : saved, level -> new ArrayList<>())
                    .add(group);
        }
        List<Integer> least = new ArrayList<>();
        int rank = 1;
        for (Map.Entry<BigFraction, List<Integer>> level : levels.entrySet()) {
            least.addAll(level.getValue());
            int now = rank(players, all, least);
            // Groups whose charge follows from those before cannot be changed any more.
            if (now > rank && !isBalanced(players, least, atMost)) {
                return false;
            }
            rank = now;
        }
        return true;
    }

    private static BigFraction charge(List<BigFraction> shares, int group) {
        BigFraction charge = BigFraction.ZERO;
        for (int player = 0; player < shares.size(); player++) {
            charge = (group >> player & 1) == 1 ? charge.add(shares.get(player)) : charge;
        }
        return charge;
    }

    /** Whether the most that all these groups together can be relieved, none being charged more, is nothing. */
    private static boolean isBalanced(int players, List<Integer> groups, List<Integer> atMost) {
        List<BigFraction[]> rows = new ArrayList<>();
        BigFraction[] relief = new BigFraction[players];
        Arrays.fill(relief, BigFraction.ZERO);
        rows.add(row(players, (1 << players) - 1, 1, 0));
        rows.add(row(players, (1 << players) - 1, -1, 0));
        for (int group : groups) {
            rows.add(row(players, group, 1, 0));
            rows.add(row(players, group, -1, 1));
            for (int player = 0; player < players; player++) {
                relief[player] = relief[player].subtract(group >> player & 1);
            }
        }
        atMost.forEach(single -> rows.add(row(players, single, 1, 0)));
        return DenseSimplex.maximum(rows, relief).signum() == 0;
    }

    private static BigFraction[] row(int players, int group, int sign, int bound) {
        BigFraction[] row = new BigFraction[players + 1];
        for (int player = 0; player < players; player++) {
            row[player] = BigFraction.of((group >> player & 1) * sign);
        }
        row[players] = BigFraction.of(bound);
        return row;
    }

    private static int rank(int players, int all, List<Integer> groups) {
        List<BigFraction[]> echelon = new ArrayList<>();
        List<Integer> vectors = new ArrayList<>(groups);
        vectors.add(all);
        for (int vector : vectors) {
            BigFraction[] row = row(players, vector, 1, 0);
            for (BigFraction[] before : echelon) {
                int lead = lead(before);
                BigFraction times = row[lead].divide(before[lead]);
                for (int c = 0; c < players; c++) {
                    row[c] = row[c].subtract(before[c].multiply(times));
                }
            }
            if (lead(row) < players) {
                echelon.add(row);
            }
        }
        return echelon.size();
    }

    private static int lead(BigFraction[] row) {
        int lead = 0;
        while (lead < row.length - 1 && row[lead].signum() == 0) {
            lead++;
        }
        return lead;
    }
}
