package org.jointflights.application.flight;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;

/** Flights without a database. */
public final class InMemoryFlights implements Flights {

    private final Map<OperationReference, Flight> flights = new TreeMap<>();

    @Override
    public Flight get(OperationReference reference) {
        return find(reference).orElseThrow(() -> Unknown.of("common.flight.unknown", reference));
    }

    @Override
    public Optional<Flight> find(OperationReference reference) {
        return Optional.ofNullable(flights.get(reference));
    }

    @Override
    public List<Flight> all() {
        return flights.values().stream()
                .sorted(Comparator.comparing(flight -> flight.departure().toInstant()))
                .toList();
    }

    @Override
    public void add(Flight flight) {
        write(flight, 0);
    }

    @Override
    public void put(Flight flight) {
        if (get(flight.reference()).revision() != flight.revision()) {
            throw Conflict.of("common.flight.changed", flight.reference());
        }
        write(flight, flight.revision() + 1);
    }

    @Override
    public OperationReference nextReference(int year) {
        long taken = flights.keySet().stream()
                .map(OperationReference::value)
                .filter(value -> value.startsWith("JRO-%04d-".formatted(year)))
                .mapToLong(value -> Long.parseLong(value.substring("JRO-2027-".length())))
                .max()
                .orElse(0);
        return OperationReference.of(year, taken + 1);
    }

    private void write(Flight flight, long revision) {
        flights.put(
                flight.reference(),
                new Flight(
                        flight.reference(),
                        flight.type(),
                        flight.organiser(),
                        flight.destination(),
                        flight.route(),
                        flight.departure(),
                        flight.realDate(),
                        flight.capacity(),
                        flight.stage(),
                        flight.stageSince(),
                        flight.suspendedFor(),
                        flight.postponed(),
                        flight.assumed(),
                        revision));
    }
}
