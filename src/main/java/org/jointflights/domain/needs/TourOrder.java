package org.jointflights.domain.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * In which order an aircraft picks people up and hands them over, so that it flies the fewest kilometres.
 *
 * @param boarding from where it starts
 */
record TourOrder(List<String> boarding, List<String> handOver) {

    /** Every order of so many pick-ups is looked at; of more each goes where it adds least. */
    static final int EVERY_ORDER = 5;

    /** Sets a way apart on which two stops that follow one another are the same: no leg is flown between them. */
    private static final long NO_WAY = Long.MAX_VALUE;

    TourOrder {
        boarding = List.copyOf(boarding);
        handOver = List.copyOf(handOver);
    }

    /** Of equals the first by code; nothing if there is none. Both lists come in the order of their codes. */
    static @Nullable TourOrder shortest(
            String start, List<String> pickUps, List<String> destinations, ToIntBiFunction<String, String> km) {
        List<List<String>> boardings =
                pickUps.size() <= EVERY_ORDER ? orders(pickUps) : List.of(inserted(start, pickUps, destinations, km));
        TourOrder best = null;
        long fewest = NO_WAY;
        for (List<String> boarding : boardings) {
            for (List<String> handOver : orders(destinations)) {
                long flown = flown(start, boarding, handOver, km);
                if (flown < fewest) {
                    fewest = flown;
                    best = new TourOrder(joined(List.of(start), boarding), handOver);
                }
            }
        }
        return best;
    }

    /** All orders, by code if the list is. */
    private static List<List<String>> orders(List<String> stops) {
        if (stops.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : stops) {
            List<String> others = new ArrayList<>(stops);
            others.remove(first);
            orders(others).forEach(rest -> orders.add(joined(List.of(first), rest)));
        }
        return orders;
    }

    /** Each pick-up in turn, where it adds fewest kilometres to the way so far. */
    private static List<String> inserted(
            String start, List<String> pickUps, List<String> destinations, ToIntBiFunction<String, String> km) {
        List<String> order = new ArrayList<>();
        for (String next : pickUps) {
            int place = 0;
            long fewest = NO_WAY;
            for (int i = 0; i <= order.size(); i++) {
                List<String> tried = new ArrayList<>(order);
                tried.add(i, next);
                long flown = flown(start, tried, destinations, km);
                if (flown < fewest) {
                    fewest = flown;
                    place = i;
                }
            }
            order.add(place, next);
        }
        return order;
    }

    private static long flown(
            String start, List<String> boarding, List<String> handOver, ToIntBiFunction<String, String> km) {
        List<String> way = joined(joined(List.of(start), boarding), joined(handOver, List.of(start)));
        long flown = 0;
        for (int i = 1; i < way.size(); i++) {
            int leg = km.applyAsInt(way.get(i - 1), way.get(i));
            if (leg == 0) {
                return NO_WAY;
            }
            flown += leg;
        }
        return flown;
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
