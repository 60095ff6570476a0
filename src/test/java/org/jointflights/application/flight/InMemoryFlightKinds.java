package org.jointflights.application.flight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.FlightKind;

/** The law of each flight without a database. */
public final class InMemoryFlightKinds implements FlightKinds {

    private final Map<OperationReference, FlightKind> kinds = new HashMap<>();

    @Override
    public Optional<FlightKind> of(OperationReference reference) {
        return Optional.ofNullable(kinds.get(reference));
    }

    @Override
    public void put(OperationReference reference, FlightKind kind) {
        kinds.put(reference, kind);
    }
}
