package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.flight.Timetable;

/**
 * Who flies from where to where: the route up to its last destination, and the states that take part today.
 *
 * @param kind what kind of flight it is
 * @param departure as planned, in the zone of the airport where it starts
 */
public record Journey(
        Party organiser, FlightType kind, ZonedDateTime departure, List<Stop> route, List<Passage> passages) {

    /** The longest route, with as many diversions. */
    public static final int MOST_STOPS = 62;

    public Journey {
        route = List.copyOf(route);
        passages = List.copyOf(passages);
    }

    /** A journey that went where it was planned to. */
    public static Journey of(Flight flight, List<Participation> participations) {
        return of(flight, participations, List.of());
    }

    /**
     * States that withdrew or declined are not in it.
     *
     * @param diversions in the order in which they happened
     */
    public static Journey of(Flight flight, List<Participation> participations, List<Diversion> diversions) {
        List<Stop> stops = flown(flight.route().stops(), diversions);
        List<Passage> passages = new ArrayList<>();
        for (Participation state : participations) {
            if (state.takesPart() && !state.party().isFrontex()) {
                passages.add(new Passage(state.party(), state.seats(), boardsAt(stops, state), leavesAt(stops, state)));
            }
        }
        return new Journey(flight.organiser(), flight.type(), flight.departure(), stops, passages);
    }

    private static List<Stop> flown(List<Stop> planned, List<Diversion> diversions) {
        List<Stop> stops = new ArrayList<>(planned);
        for (Diversion diversion : diversions) {
            Stop next = stops.get(diversion.stop());
            stops.set(diversion.stop(), new Stop(next.airport(), next.purpose(), diversion.kmOnward()));
            stops.add(diversion.stop(), new Stop(diversion.airport(), Purpose.DIVERSION, 0));
        }
        return stops;
    }

    /** The stops after the start at which people board or leave, up to the last destination. */
    public List<Integer> stops() {
        return IntStream.rangeClosed(1, lastStop()).boxed().toList();
    }

    /** The last destination. */
    public int lastStop() {
        return IntStream.range(0, route.size())
                .filter(i -> purpose(i) == Purpose.DESTINATION)
                .max()
                .orElseThrow();
    }

    /** The airports at which people are handed over, in the order of the route. */
    public List<String> destinations() {
        return destinationsAfter(0);
    }

    /** The airports at which people are still to be handed over once the aircraft has left the stop. */
    List<String> destinationsAfter(int stop) {
        return IntStream.range(stop + 1, route.size())
                .filter(i -> purpose(i) == Purpose.DESTINATION)
                .mapToObj(this::airport)
                .toList();
    }

    public String airport(int stop) {
        return route.get(stop).airport();
    }

    /** How long the aircraft is on its way to the stop from the one before. */
    public Duration flightTo(int stop) {
        return Timetable.ofLeg(route.get(stop).km());
    }

    /** Whether the aircraft came down there instead of where it was to. */
    public boolean isDiversion(int stop) {
        return purpose(stop) == Purpose.DIVERSION;
    }

    public List<Passage> boardingAt(int stop) {
        return passages.stream().filter(passage -> passage.boardsAt() == stop).toList();
    }

    public List<Passage> leavingAt(int stop) {
        return passages.stream().filter(passage -> passage.leavesAt() == stop).toList();
    }

    Optional<Passage> passageOf(Party party) {
        return passages.stream()
                .filter(passage -> passage.party().equals(party))
                .findFirst();
    }

    private Purpose purpose(int stop) {
        return route.get(stop).purpose();
    }

    private static int boardsAt(List<Stop> stops, Participation state) {
        String embarkation = state.embarkation();
        return IntStream.range(0, stops.size())
                .filter(i ->
                        stops.get(i).purpose() == Purpose.START || stops.get(i).purpose() == Purpose.PICK_UP)
                .filter(i -> embarkation == null || stops.get(i).airport().equals(embarkation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(state.party() + " boards nowhere on the route"));
    }

    private static int leavesAt(List<Stop> stops, Participation state) {
        String handOver = state.handOver();
        IntStream destinations =
                IntStream.range(0, stops.size()).filter(i -> stops.get(i).purpose() == Purpose.DESTINATION);
        return (handOver == null
                        ? destinations.max()
                        : destinations
                                .filter(i -> stops.get(i).airport().equals(handOver))
                                .findFirst())
                .orElseThrow(() -> new IllegalStateException(state.party() + " leaves nowhere on the route"));
    }
}
