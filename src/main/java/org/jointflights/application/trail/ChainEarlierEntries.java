package org.jointflights.application.trail;

import org.jointflights.domain.trail.AuditLog;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was written before there were chains is in them once a version that has them has started. */
@Component
class ChainEarlierEntries implements SmartInitializingSingleton {

    private final AuditChains chains;
    private final TransactionOperations transaction;

    ChainEarlierEntries(AuditChains chains, TransactionOperations transaction) {
        this.chains = chains;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (AuditLog log : AuditLog.values()) {
            transaction.executeWithoutResult(status -> chains.begin(log));
        }
    }
}
