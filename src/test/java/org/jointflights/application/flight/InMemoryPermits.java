package org.jointflights.application.flight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Permit;

/** Permits without a database. */
public final class InMemoryPermits implements Permits {

    private final Map<OperationReference, Map<String, Permit>> permits = new TreeMap<>();

    @Override
    public List<Permit> of(OperationReference reference) {
        return List.copyOf(permits.getOrDefault(reference, Map.of()).values());
    }

    @Override
    public void put(Permit permit) {
        permits.computeIfAbsent(permit.reference(), first -> new TreeMap<>())
                .put(permit.kind().name(), permit);
    }
}
