package org.jointflights.domain.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jspecify.annotations.Nullable;

/** The stops in flying order: one start, pick-ups, one or more destinations, and the way back. */
public record Route(List<Stop> stops) {

    private static final int MOST_STOPS = 31;

    /** Throws {@link BadInput} unless it starts once, has a destination, and picks up nobody after the last one. */
    public Route {
        stops = List.copyOf(stops);
        String typed = stops.stream().map(Stop::airport).collect(Collectors.joining("-"));
        if (stops.size() < 2 || stops.size() > MOST_STOPS) {
            throw BadInput.of("route", typed, "common.route.length", MOST_STOPS);
        }
        boolean oneStart = stops.get(0).purpose() == Purpose.START
                && stops.stream()
                                .filter(stop -> stop.purpose() == Purpose.START)
                                .count()
                        == 1;
        int last = lastDestination(stops);
        boolean pickUpAfter = stops.subList(Math.max(last, 0), stops.size()).stream()
                .anyMatch(stop -> stop.purpose() == Purpose.PICK_UP);
        boolean returnBefore =
                stops.subList(0, Math.max(last, 0)).stream().anyMatch(stop -> stop.purpose() == Purpose.RETURN);
        if (!oneStart || last < 0 || pickUpAfter || returnBefore) {
            throw BadInput.of("route", typed, "common.route.order");
        }
    }

    /** Where the aircraft boards people, from the first airport on, where it hands them over, and back to where it began. */
    public static Route of(List<Airport> boarding, List<Airport> handOver) {
        Airport start = boarding.get(0);
        Airport last = start;
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop(start.iata(), Purpose.START, 0));
        for (Airport next : boarding.subList(1, boarding.size())) {
            stops.add(new Stop(next.iata(), Purpose.PICK_UP, last.kilometresTo(next)));
            last = next;
        }
        for (Airport next : handOver) {
            stops.add(new Stop(next.iata(), Purpose.DESTINATION, last.kilometresTo(next)));
            last = next;
        }
        stops.add(new Stop(start.iata(), Purpose.RETURN, last.kilometresTo(start)));
        return new Route(stops);
    }

    /** A leg: the stop it leaves, the stop it reaches, its place on the route from 0, and its kilometres. */
    public record Leg(int position, String from, String to, int km) {}

    public List<Leg> legs() {
        return IntStream.range(1, stops.size())
                .mapToObj(i -> new Leg(
                        i - 1,
                        stops.get(i - 1).airport(),
                        stops.get(i).airport(),
                        stops.get(i).km()))
                .toList();
    }

    /**
     * The legs that belong to a party's route: from where it boards to where it hands over, and the way back after the
     * last destination, which is flown for everybody. Without a hand-over airport the last destination is meant.
     */
    public List<Leg> legsOf(String embarkation, @Nullable String handOver) {
        int boards = positionOf(embarkation, Purpose.START, Purpose.PICK_UP);
        int leaves = handOver == null ? lastDestination(stops) : positionOf(handOver, Purpose.DESTINATION);
        List<Leg> legs = new ArrayList<>();
        for (Leg leg : legs()) {
            boolean aboard = leg.position() >= boards && leg.position() < leaves;
            boolean wayBack = leg.position() >= lastDestination(stops);
            if (aboard || wayBack) {
                legs.add(leg);
            }
        }
        return List.copyOf(legs);
    }

    /** Airports where people may board. */
    public List<String> embarkations() {
        return stops.stream()
                .filter(stop -> stop.purpose() == Purpose.START || stop.purpose() == Purpose.PICK_UP)
                .map(Stop::airport)
                .toList();
    }

    public List<String> destinations() {
        return stops.stream()
                .filter(stop -> stop.purpose() == Purpose.DESTINATION)
                .map(Stop::airport)
                .toList();
    }

    public int km() {
        return stops.stream().mapToInt(Stop::km).sum();
    }

    /** {@code FCO – LOS – FCO}. */
    @Override
    public String toString() {
        return stops.stream().map(Stop::airport).collect(Collectors.joining(" – "));
    }

    private int positionOf(String airport, Purpose... purposes) {
        List<Purpose> wanted = List.of(purposes);
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).airport().equals(airport)
                    && wanted.contains(stops.get(i).purpose())) {
                return i;
            }
        }
        throw BadInput.of("embarkation", airport, "common.route.notAStop", this);
    }

    private static int lastDestination(List<Stop> stops) {
        for (int i = stops.size() - 1; i >= 0; i--) {
            if (stops.get(i).purpose() == Purpose.DESTINATION) {
                return i;
            }
        }
        return -1;
    }
}
