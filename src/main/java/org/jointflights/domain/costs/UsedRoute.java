package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stop;
import org.jspecify.annotations.Nullable;

/** A route as those share it who fly on it. */
public final class UsedRoute {

    private UsedRoute() {}

    /**
     * Who has people on the route.
     *
     * @param embarkation where they board; nothing means where the aircraft starts
     * @param handOver where they are handed over; nothing means the last destination
     */
    public record User(
            Party party,
            @Nullable String embarkation,
            @Nullable String handOver) {}

    /**
     * The legs and stops of each of the users. A leg without anybody aboard is flown to fetch people, and counts for all of them;
     * so does the way back.
     *
     * @param ifNobody whom the route counts for while it has no users
     */
    public static SharedRoute by(
            Collection<User> users, Route route, Party ifNobody, List<SharedRoute.Shortcut> shortcuts) {
        String start = route.stops().get(0).airport();
        List<Set<Party>> aboard = new ArrayList<>();
        route.legs().forEach(leg -> aboard.add(new TreeSet<>()));
        Set<Party> all = new TreeSet<>();
        for (User user : users) {
            String boards = user.embarkation() == null ? start : user.embarkation();
            route.legsOf(boards, user.handOver())
                    .forEach(leg -> aboard.get(leg.position()).add(user.party()));
            all.add(user.party());
        }
        if (all.isEmpty()) {
            all.add(ifNobody);
        }
        List<SharedRoute.Leg> legs = route.legs().stream()
                .map(leg -> new SharedRoute.Leg(
                        leg.km(), aboard.get(leg.position()).isEmpty() ? all : aboard.get(leg.position())))
                .toList();
        List<SharedRoute.Stop> stops = route.stops().stream()
                .map(stop -> new SharedRoute.Stop(stop.airport(), neededBy(stop, route, users)))
                .toList();
        return new SharedRoute(stops, legs, shortcuts);
    }

    /** The ways between those stops of a route, in flying order, that do not follow one another. */
    public static List<SharedRoute.Shortcut> shortcuts(List<Airport> stops) {
        List<SharedRoute.Shortcut> shortcuts = new ArrayList<>();
        for (int from = 0; from < stops.size(); from++) {
            for (int to = from + 2; to < stops.size(); to++) {
                shortcuts.add(new SharedRoute.Shortcut(from, to, stops.get(from).kilometresTo(stops.get(to))));
            }
        }
        return shortcuts;
    }

    private static Set<Party> neededBy(Stop stop, Route route, Collection<User> users) {
        List<String> destinations = route.destinations();
        String last = destinations.get(destinations.size() - 1);
        Set<Party> parties = new TreeSet<>();
        for (User user : users) {
            String leaves = user.handOver() == null ? last : user.handOver();
            boolean needs = switch (stop.purpose()) {
                case START, RETURN -> true;
                case PICK_UP -> stop.airport().equals(user.embarkation());
                case DESTINATION -> stop.airport().equals(leaves);
                case DIVERSION -> false;
            };
            if (needs) {
                parties.add(user.party());
            }
        }
        return parties;
    }
}
