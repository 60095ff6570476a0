package org.jointflights.application.flight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Permit;

/** Permits without a database. */
public final class InMemoryPermits implements Permits {

    private static final String NO_STATE = "";

    private final Map<OperationReference, Map<Permit.Kind, Map<String, Permit>>> permits = new HashMap<>();

    @Override
    public List<Permit> of(OperationReference reference) {
        return permits.getOrDefault(reference, Map.of()).values().stream()
                .flatMap(states -> states.values().stream())
                .sorted(Comparator.comparing((Permit permit) -> permit.kind().name())
                        .thenComparing(InMemoryPermits::state))
                .toList();
    }

    @Override
    public void put(Permit permit) {
        Map<String, Permit> states = permits.computeIfAbsent(permit.reference(), first -> new HashMap<>())
                .computeIfAbsent(permit.kind(), first -> new HashMap<>());
        states.remove(NO_STATE);
        states.put(state(permit), permit);
    }

    private static String state(Permit permit) {
        return permit.state() == null ? NO_STATE : permit.state().code();
    }
}
