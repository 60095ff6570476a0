package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;

/**
 * The route with who needs what of it. Distances are whole kilometres, rounded once and stored, so that a share computed
 * today is computed alike in ten years.
 *
 * @param legs one fewer than stops: leg k flies from stop k to stop k+1
 * @param shortcuts distances between stops that do not follow one another; only the route keys need them, and then all
 */
public record SharedRoute(List<Stop> stops, List<Leg> legs, List<Shortcut> shortcuts) {

    static final int MOST_STOPS = 62;
    private static final int LONGEST_KM = 25_000;

    /** A stop and the parties that need it; nobody named means everybody, as at the base. */
    public record Stop(String airport, Set<Party> neededBy) {

        public Stop {
            neededBy = Set.copyOf(neededBy);
        }
    }

    /** A leg's kilometres, and the parties whose route includes it, on the empty way back too. */
    public record Leg(int km, Set<Party> aboard) {

        public Leg {
            aboard = Set.copyOf(aboard);
            requireKm(km, 1);
            if (aboard.isEmpty()) {
                throw BadInput.of("aboard", null, "costs.leg.nobody");
            }
        }
    }

    /** The kilometres from one stop to another further on, by their places on the route, counted from 0. */
    public record Shortcut(int from, int to, int km) {

        public Shortcut {
            requireKm(km, 0);
        }
    }

    /** Throws {@link BadInput} for an empty route, legs that do not fit the stops, or a shortcut that leads nowhere. */
    public SharedRoute {
        stops = List.copyOf(stops);
        legs = List.copyOf(legs);
        shortcuts = List.copyOf(shortcuts);
        if (legs.isEmpty()) {
            throw BadInput.of("route", null, "costs.route.empty");
        }
        if (stops.size() != legs.size() + 1 || stops.size() > MOST_STOPS) {
            throw BadInput.of("route", stops.size(), "costs.route.legs", legs.size(), MOST_STOPS);
        }
        Set<List<Integer>> known = new HashSet<>();
        for (Shortcut shortcut : shortcuts) {
            boolean onward = shortcut.from >= 0 && shortcut.to - shortcut.from > 1 && shortcut.to < stops.size();
            if (!onward || !known.add(List.of(shortcut.from, shortcut.to))) {
                throw BadInput.of(
                        "shortcut", shortcut.from + "–" + shortcut.to, "costs.shortcut.place", stops.size() - 1);
            }
        }
    }

    /** {@code CDG–STN}: the leg's name on a statement. */
    public String legName(int leg) {
        return stops.get(leg).airport + "–" + stops.get(leg + 1).airport;
    }

    boolean hasAllDistances() {
        int stops = stops().size();
        return shortcuts.size() == (stops - 1) * (stops - 2) / 2;
    }

    /** Kilometres from each stop to each later one; throws {@link BadInput} where a shortcut is missing. */
    int[][] distances() {
        int[][] km = new int[stops.size()][stops.size()];
        for (int[] row : km) {
            Arrays.fill(row, -1);
        }
        shortcuts.forEach(shortcut -> km[shortcut.from][shortcut.to] = shortcut.km);
        for (int leg = 0; leg < legs.size(); leg++) {
            km[leg][leg + 1] = legs.get(leg).km;
        }
        List<String> missing = new ArrayList<>();
        for (int from = 0; from < stops.size(); from++) {
            for (int to = from + 1; to < stops.size(); to++) {
                if (km[from][to] < 0) {
                    missing.add(stops.get(from).airport + "–" + stops.get(to).airport);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw BadInput.of("shortcut", null, "costs.shortcut.missing", String.join(", ", missing));
        }
        return km;
    }

    private static void requireKm(int km, int least) {
        if (km < least || km > LONGEST_KM) {
            throw BadInput.of("km", km, "costs.km", least, LONGEST_KM);
        }
    }
}
