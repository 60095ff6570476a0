package org.jointflights.application.accounts;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.WithdrawalRule;

/** What the parties of a flight agreed on for its final split. */
public interface SettlementTerms {

    /** What empty seats do; committed seats count where nothing else was agreed. */
    WithdrawalRule ruleOf(OperationReference reference);

    void put(OperationReference reference, WithdrawalRule rule, String agreedBy, Instant at);
}
