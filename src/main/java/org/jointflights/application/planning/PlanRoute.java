package org.jointflights.application.planning;

import java.util.Arrays;
import java.util.List;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.flight.Route;
import org.springframework.stereotype.Component;

/** Turns airports as people type them into a route with its kilometres. */
@Component
public class PlanRoute {

    private final FindAirports airports;

    PlanRoute(FindAirports airports) {
        this.airports = airports;
    }

    /**
     * The first airport of {@code embarkations} is where the aircraft starts and returns to. Both lists are IATA codes in
     * flying order, separated by commas, blanks or hyphens.
     */
    public Route plan(String embarkations, String destinations) {
        return Route.of(airports("embarkations", embarkations), airports("destinations", destinations));
    }

    /** The airport where the flight starts: its zone is the one that days and hours are counted in. */
    public Airport start(Route route) {
        return airports.get("route", route.stops().get(0).airport());
    }

    private List<Airport> airports(String field, String typed) {
        return Arrays.stream(typed.strip().split("[\\s,;–-]+", -1))
                .map(code -> airports.get(field, code))
                .toList();
    }
}
