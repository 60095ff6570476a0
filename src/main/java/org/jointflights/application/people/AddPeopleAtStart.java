package org.jointflights.application.people;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the groups, and somebody who can sign in, before the first request and the first job. What is there already stays
 * as it is.
 */
@Component
class AddPeopleAtStart implements SmartInitializingSingleton {

    private final AddPartiesAndPeople directory;
    private final FirstPeople first;
    private final TransactionOperations transaction;

    AddPeopleAtStart(AddPartiesAndPeople directory, FirstPeople first, TransactionOperations transaction) {
        this.directory = directory;
        this.first = first;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            directory.addAllGroups();
            first.add();
        });
    }
}
