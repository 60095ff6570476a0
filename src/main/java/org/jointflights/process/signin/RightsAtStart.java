package org.jointflights.process.signin;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts rights and lists back to what this version gives out, before the first request: nobody changes them by hand. */
@Component
class RightsAtStart implements SmartInitializingSingleton {

    private final EngineRights rights;
    private final Filters filters;
    private final TransactionTemplate transaction;

    RightsAtStart(EngineRights rights, Filters filters, TransactionTemplate transaction) {
        this.rights = rights;
        this.filters = filters;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            filters.removeOthers();
            rights.takeBackOthers();
        });
    }
}
