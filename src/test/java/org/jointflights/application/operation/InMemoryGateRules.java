package org.jointflights.application.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.GateRules;

/** Keeps the rules of the last operation of each flight. */
public final class InMemoryGateRules implements KeptGateRules {

    private final Map<OperationReference, GateRules> kept = new HashMap<>();

    @Override
    public void keep(OperationReference reference, GateRules rules) {
        kept.put(reference, rules);
    }

    @Override
    public Optional<GateRules> of(OperationReference reference) {
        return Optional.ofNullable(kept.get(reference));
    }
}
