package org.jointflights.application.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Crew;

/** Crews without a database. */
public final class InMemoryCrews implements Crews {

    private final Map<OperationReference, Crew> crews = new HashMap<>();

    @Override
    public Optional<Crew> of(OperationReference reference) {
        return Optional.ofNullable(crews.get(reference));
    }

    @Override
    public void put(OperationReference reference, Crew crew) {
        crews.put(reference, crew);
    }
}
