package org.jointflights.application.flight;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;

/** All flights, finished ones too. */
public interface Flights {

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    Flight get(OperationReference reference);

    Optional<Flight> find(OperationReference reference);

    List<Flight> all();

    void add(Flight flight);

    /** Throws {@link org.jointflights.domain.Conflict} if somebody else has written it since it was read. */
    void put(Flight flight);

    /** A reference that no flight has yet, for a flight of that year. */
    OperationReference nextReference(int year);
}
