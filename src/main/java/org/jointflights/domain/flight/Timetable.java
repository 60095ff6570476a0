package org.jointflights.domain.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When an aircraft that leaves on time lands where on its route: 800 kilometres an hour, half an hour more on each leg for
 * taxiing, climbing and landing, and an hour on the ground at each stop. All three are assumed; whoever lets the aircraft
 * leave gives the time that its captain expects.
 */
public final class Timetable {

    private static final long KM_AN_HOUR = 800;
    private static final Duration AROUND = Duration.ofMinutes(30);
    private static final Duration GROUND = Duration.ofHours(1);

    private Timetable() {}

    /** From leaving the stand to landing, in whole minutes, the last begun one included. */
    public static Duration ofLeg(int km) {
        return AROUND.plusMinutes(-Math.floorDiv(-km * 60L, KM_AN_HOUR));
    }

    /** The landing at each stop after the start, in flying order. */
    public static List<Instant> landings(Route route, Instant departure) {
        List<Instant> landings = new ArrayList<>();
        Instant leaves = departure;
        for (Stop stop : route.stops().subList(1, route.stops().size())) {
            Instant lands = leaves.plus(ofLeg(stop.km()));
            landings.add(lands);
            leaves = lands.plus(GROUND);
        }
        return List.copyOf(landings);
    }
}
