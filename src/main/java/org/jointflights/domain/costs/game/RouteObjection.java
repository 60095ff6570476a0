package org.jointflights.domain.costs.game;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The strongest objection on a route where each party needs at most one stop besides those of all. A group's cost less
 * its shares is then the length of a path through the stops it needs, each arc being the distance less what those who
 * get off pay; the group that gains most is the shortest path.
 */
final class RouteObjection {

    private RouteObjection() {}

    static boolean applies(RouteGame route) {
        long seen = 0;
        for (int stop = 0; stop < route.stops(); stop++) {
            if (!route.isForAll(stop)) {
                if ((seen & route.users(stop)) != 0) {
                    return false;
                }
                seen |= route.users(stop);
            }
        }
        return true;
    }

    /** The group with the least cost less shares; empty if none is below zero. */
    static long strongest(RouteGame route, List<BigFraction> shares) {
        int stops = route.stops();
        BigFraction[] length = new BigFraction[stops];
        long[] group = new long[stops];
        long optional = 0;
        int lastForAll = -1;
        for (int stop = 0; stop < stops; stop++) {
            optional |= route.isForAll(stop) ? 0 : route.users(stop);
            lastForAll = route.isForAll(stop) ? stop : lastForAll;
        }
        // Whoever needs only the stops of all comes along free of cost, if they would bring money.
        long riders = payingMembers(Coalition.all(route.players()) & ~optional, shares);
        BigFraction brought = Fractions.sum(shares, riders);
        BigFraction shortest = lastForAll < 0 ? brought.negate() : BigFraction.ZERO;
        long strongest = lastForAll < 0 ? riders : 0;
        int mustPass = -1;
        for (int stop = 0; stop < stops; stop++) {
            if (route.users(stop) == 0) {
                continue;
            }
            long here = route.isForAll(stop) ? 0 : joining(route.users(stop), shares);
            BigFraction paid = Fractions.sum(shares, here);
            BigFraction best = BigFraction.ZERO;
            long with = riders;
            boolean reached = mustPass < 0;
            if (reached) {
                best = brought.negate();
            }
            for (int from = Math.max(mustPass, 0); from < stop; from++) {
                if (route.users(from) != 0) {
                    BigFraction way = length[from].add(route.distance(from, stop));
                    if (!reached || way.compareTo(best) < 0) {
                        best = way;
                        with = group[from];
                        reached = true;
                    }
                }
            }
            length[stop] = best.subtract(paid);
            group[stop] = with | here;
            if (route.isForAll(stop)) {
                mustPass = stop;
            }
            if (stop >= lastForAll && length[stop].compareTo(shortest) < 0) {
                shortest = length[stop];
                strongest = group[stop];
            }
        }
        return strongest;
    }

    /** Who of a stop's users joins once it is flown to: those who bring money, or else the one who costs least. */
    private static long joining(long users, List<BigFraction> shares) {
        long paying = payingMembers(users, shares);
        if (paying != 0) {
            return paying;
        }
        int cheapest = Long.numberOfTrailingZeros(users);
        for (int player : Coalition.players(users)) {
            if (shares.get(player).compareTo(shares.get(cheapest)) > 0) {
                cheapest = player;
            }
        }
        return 1L << cheapest;
    }

    private static long payingMembers(long group, List<BigFraction> shares) {
        long paying = 0;
        for (int player : Coalition.players(group)) {
            if (shares.get(player).signum() > 0) {
                paying |= 1L << player;
            }
        }
        return paying;
    }
}
