package org.jointflights.application.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Timetable;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.LegTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The legs of a flight with their times: as planned, as expected and as flown. */
@Service
@Transactional(readOnly = true)
public class ReadLegs {

    private final Flights flights;
    private final ReadSafeguards situation;
    private final LegTimes times;

    ReadLegs(Flights flights, ReadSafeguards situation, LegTimes times) {
        this.flights = flights;
        this.situation = situation;
        this.times = times;
    }

    /** In flying order, as planned alone. */
    public List<FlownLeg> planned(OperationReference reference) {
        Flight flight = flights.get(reference);
        return legs(flight, Journey.of(flight, List.of()), Map.of());
    }

    /** In flying order, the way back included. */
    public List<FlownLeg> of(OperationReference reference) {
        Map<Integer, LegTime> flown =
                times.of(reference).stream().collect(Collectors.toMap(LegTime::stop, Function.identity()));
        return legs(flights.get(reference), situation.journey(reference), flown);
    }

    private static List<FlownLeg> legs(Flight flight, Journey journey, Map<Integer, LegTime> flown) {
        Iterator<Instant> planned = Timetable.landings(
                        flight.route(), flight.departure().toInstant())
                .iterator();
        List<Stop> stops = journey.route();
        List<FlownLeg> legs = new ArrayList<>();
        IntStream.range(1, stops.size()).forEach(stop -> {
            boolean diversion = journey.isDiversion(stop);
            LegTime time = flown.get(stop);
            legs.add(new FlownLeg(
                    journey.airport(stop - 1),
                    journey.airport(stop),
                    stops.get(stop).km(),
                    diversion ? null : planned.next(),
                    time == null ? null : time.expected(),
                    time == null ? null : time.landed(),
                    diversion));
        });
        return List.copyOf(legs);
    }
}
