package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether joining a larger group never costs more than joining a smaller one. If so the core is not empty, and the
 * Shapley value lies in it whatever the weights (Shapley 1971).
 */
public final class Submodularity {

    private Submodularity() {}

    /** A stop before the first and after the last, no distance from anywhere: for routes that begin or end elsewhere. */
    private static final int NOWHERE = -1;

    /**
     * A proof for a route, in a time of stops²: between stops of all, {@code d(p,s) + d(j,i) ≤ d(p,i) + d(j,s)} for all
     * stops {@code p < j < i < s} on the way (it is enough to try neighbours j = p+1, s = i+1), because the detour to i
     * between p and s may only shrink when j is visited too. If parties share a stop or have several, no detour may be
     * shorter than the straight way either. Where every party has one stop of its own, and the base is at no distance
     * from itself, false disproves it; otherwise false says only that this proof fails.
     */
    public static boolean isProven(RouteGame route) {
        boolean ownStops = hasOwnStops(route);
        List<Integer> section = new ArrayList<>(List.of(NOWHERE));
        for (int stop = 0; stop < route.stops(); stop++) {
            if (route.users(stop) != 0) {
                section.add(stop);
            }
            if (route.isForAll(stop)) {
                if (!isProven(route, section, ownStops)) {
                    return false;
                }
                section = new ArrayList<>(List.of(stop));
            }
        }
        section.add(NOWHERE);
        return isProven(route, section, ownStops);
    }

    private static boolean isProven(RouteGame route, List<Integer> stops, boolean ownStops) {
        for (int q = 0; q + 2 < stops.size(); q++) {
            int p = stops.get(q);
            int j = stops.get(q + 1);
            if (!ownStops && way(route, p, j) + way(route, j, stops.get(q + 2)) < way(route, p, stops.get(q + 2))) {
                return false;
            }
            for (int r = q + 2; r + 1 < stops.size(); r++) {
                int i = stops.get(r);
                int s = stops.get(r + 1);
                if (way(route, p, s) + way(route, j, i) > way(route, p, i) + way(route, j, s)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long way(RouteGame route, int from, int to) {
        return from == NOWHERE || to == NOWHERE ? 0 : route.distance(from, to);
    }

    /** Whether no party has two stops, nor two parties one, besides those of all. */
    private static boolean hasOwnStops(RouteGame route) {
        for (int stop = 0; stop < route.stops(); stop++) {
            if (!route.isForAll(stop) && Long.bitCount(route.users(stop)) > 1) {
                return false;
            }
        }
        return RouteObjection.applies(route);
    }

    /**
     * By looking at every group S and every pair i, j: {@code c(S+i) + c(S+j) ≥ c(S+i+j) + c(S)}. Throws
     * {@link org.jointflights.domain.BadInput} for more than 20 parties.
     */
    public static boolean holds(CoalitionGame game) {
        CostTable table = CostTable.of(game, CostTable.MOST_PLAYERS);
        for (int i = 0; i < table.players(); i++) {
            for (int j = 0; j < i; j++) {
                if (!detoursShrink(table, 1 << i, 1 << j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean detoursShrink(CostTable table, int i, int j) {
        for (int group = 0; group < table.all(); group++) {
            BigInteger apart = table.cost(group | i).add(table.cost(group | j));
            BigInteger together = table.cost(group | i | j).add(table.cost(group));
            if (apart.compareTo(together) < 0) {
                return false;
            }
        }
        return true;
    }
}
