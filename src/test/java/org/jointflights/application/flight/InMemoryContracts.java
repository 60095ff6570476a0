package org.jointflights.application.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Contract;

/** Charters without a database. */
public final class InMemoryContracts implements Contracts {

    private final Map<OperationReference, Map<Instant, Contract>> contracts = new TreeMap<>();

    @Override
    public Optional<Contract> standing(OperationReference reference) {
        return of(reference).stream().filter(Contract::stands).findFirst();
    }

    @Override
    public List<Contract> of(OperationReference reference) {
        return List.copyOf(contracts.getOrDefault(reference, Map.of()).values());
    }

    @Override
    public void put(Contract contract) {
        contracts
                .computeIfAbsent(contract.reference(), first -> new TreeMap<>())
                .put(contract.signedAt(), contract);
    }
}
