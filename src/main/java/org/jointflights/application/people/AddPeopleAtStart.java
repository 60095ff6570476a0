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
    private final Parties parties;
    private final FirstPeople first;
    private final TransactionOperations transaction;

    AddPeopleAtStart(
            AddPartiesAndPeople directory, Parties parties, FirstPeople first, TransactionOperations transaction) {
        this.directory = directory;
        this.parties = parties;
        this.first = first;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            directory.addSharedGroups();
            // A newer version may give known parties groups or rights that an older one had not.
            parties.all().forEach(member -> directory.addGroups(member.party()));
            first.add();
        });
    }
}
