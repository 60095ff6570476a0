package org.jointflights.application.flight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.domain.Worded;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stop;

/**
 * A route as people read it: “Paris (CDG) – Lagos (LOS) – Paris (CDG)”. Pages, forms, drawings and documents all write it
 * so; what is signed, stored or exported has the codes alone.
 *
 * @param airports by their codes, in flying order
 */
public record RouteName(List<String> airports) implements Worded {

    public RouteName {
        airports = List.copyOf(airports);
    }

    /** That of the whole route. */
    public static RouteName of(Route route) {
        return new RouteName(route.stops().stream().map(Stop::airport).toList());
    }

    @Override
    public String in(Locale language) {
        return airports.stream()
                .map(airport -> new PlaceName(airport).in(language))
                .collect(Collectors.joining(" – "));
    }
}
