package org.jointflights.application.flight;

import java.util.HashMap;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.WithdrawalRule;

/** Rules for empty seats without a database. */
public final class InMemoryWithdrawalRules implements WithdrawalRules {

    private final Map<OperationReference, WithdrawalRule> rules = new HashMap<>();

    @Override
    public WithdrawalRule of(OperationReference reference) {
        return rules.getOrDefault(reference, WithdrawalRule.COMMITTED);
    }

    @Override
    public void put(OperationReference reference, WithdrawalRule rule) {
        rules.put(reference, rule);
    }
}
