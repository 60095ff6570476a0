package org.jointflights.application.flight;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.WithdrawalRule;

/** What the plan of a flight says about seats that stay empty. */
public interface WithdrawalRules {

    /** Committed seats count where the plan says nothing else. */
    WithdrawalRule of(OperationReference reference);

    void put(OperationReference reference, WithdrawalRule rule);
}
