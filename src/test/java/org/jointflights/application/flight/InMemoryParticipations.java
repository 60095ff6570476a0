package org.jointflights.application.flight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Participation;

/** Parts in flights without a database. */
public final class InMemoryParticipations implements Participations {

    private final Map<OperationReference, Map<Party, Participation>> parts = new TreeMap<>();

    @Override
    public Participation get(OperationReference reference, Party party) {
        return of(reference).stream()
                .filter(part -> part.party().equals(party))
                .findFirst()
                .orElseThrow(() -> Unknown.of("common.participation.unknown", party, reference));
    }

    @Override
    public List<Participation> of(OperationReference reference) {
        return List.copyOf(parts.getOrDefault(reference, Map.of()).values());
    }

    @Override
    public void put(Participation part) {
        parts.computeIfAbsent(part.reference(), first -> new TreeMap<>()).put(part.party(), part);
    }
}
