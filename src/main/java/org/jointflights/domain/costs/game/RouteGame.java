package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * A route with a fixed order of stops, on which a group flies only to the stops that somebody of the group needs and
 * skips the others. Stops that everybody needs (the base, at both ends) are never skipped. Distances may be any
 * non-negative whole numbers; they need neither symmetry nor the triangle inequality.
 */
public final class RouteGame implements CoalitionGame {

    private static final int MOST_STOPS = 1_000;
    /** With at most a thousand stops no sum below leaves 64 bits. */
    private static final long LONGEST = 1_000_000_000_000L;

    private final int players;
    private final long[] users;
    private final long[][] distances;

    /**
     * {@code users[v]} is the group that needs stop {@code v}, {@code distances[a][b]} (read for {@code a < b} only)
     * the way from stop a straight to stop b. Throws {@link BadInput}.
     */
    public RouteGame(int players, long[] users, long[][] distances) {
        this.players = Coalition.requireCount(players, Coalition.MOST_PLAYERS);
        this.users = users.clone();
        this.distances = new long[users.length][];
        if (users.length < 2 || users.length > MOST_STOPS) {
            throw BadInput.of("stops", users.length, "costs.games.route.stops", MOST_STOPS);
        }
        if (distances.length != users.length) {
            throw BadInput.of("distances", distances.length, "costs.games.route.shape", users.length);
        }
        for (int a = 0; a < users.length; a++) {
            Coalition.requireWithin(users[a], players);
            if (distances[a].length != users.length) {
                throw BadInput.of("distances", distances[a].length, "costs.games.route.shape", users.length);
            }
            this.distances[a] = distances[a].clone();
            for (int b = a + 1; b < users.length; b++) {
                requireDistance(distances[a][b]);
            }
        }
    }

    private static void requireDistance(long distance) {
        if (distance < 0) {
            throw BadInput.of("distances", distance, "costs.games.negative");
        }
        if (distance > LONGEST) {
            throw BadInput.of("distances", distance, "costs.games.route.tooLong", LONGEST);
        }
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public BigFraction cost(long coalition) {
        long way = 0;
        int last = -1;
        for (int stop = 0; stop < users.length; stop++) {
            if ((users[stop] & coalition) != 0) {
                if (last >= 0) {
                    way += distances[last][stop];
                }
                last = stop;
            }
        }
        return BigFraction.of(way);
    }

    /**
     * A group flies straight from a to b if it needs both and nothing between them: with U for the users of a stop and B
     * for those of all stops between, {@code [S meets U_a]·[S meets U_b]·[S misses B]}, which by inclusion and
     * exclusion is {@code h(B∪U_a) + h(B∪U_b) − h(B) − h(B∪U_a∪U_b)}, each time the distance from a to b. (Our own
     * derivation; for one stop per party a polynomial method was published by Levinger, Hazon and Azaria 2019.)
     */
    @Override
    public HittingGame hittingForm() {
        Map<Long, Long> amounts = new HashMap<>();
        for (int a = 0; a < users.length; a++) {
            long between = 0;
            for (int b = a + 1; b < users.length; b++) {
                long distance = distances[a][b];
                amounts.merge(between | users[a], distance, Math::addExact);
                amounts.merge(between | users[b], distance, Math::addExact);
                amounts.merge(between, -distance, Math::addExact);
                amounts.merge(between | users[a] | users[b], -distance, Math::addExact);
                between |= users[b];
            }
        }
        amounts.remove(0L);
        List<HittingCost> costs = new ArrayList<>(amounts.size());
        amounts.forEach((set, amount) -> costs.add(HittingCost.of(amount, set)));
        return new HittingGame(players, costs);
    }

    /** How many stops the route has, base included. */
    int stops() {
        return users.length;
    }

    long users(int stop) {
        return users[stop];
    }

    long distance(int from, int to) {
        return distances[from][to];
    }

    /** Whether a group of anybody must land here: nobody can skip it. */
    boolean isForAll(int stop) {
        return users[stop] == Coalition.all(players);
    }
}
