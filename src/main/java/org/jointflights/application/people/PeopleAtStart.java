package org.jointflights.application.people;

import org.jointflights.application.people.ExamplePeople.Member;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.domain.Party;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the groups, and somebody who can sign in, before the first request and the first job: in the example everybody
 * it speaks of, otherwise two administrators. What is there already stays as it is.
 */
@Component
class PeopleAtStart implements SmartInitializingSingleton {

    private final Directory directory;
    private final Parties parties;
    private final People people;
    private final TransactionTemplate transaction;
    private final Environment settings;

    PeopleAtStart(
            Directory directory,
            Parties parties,
            People people,
            TransactionTemplate transaction,
            Environment settings) {
        this.directory = directory;
        this.parties = parties;
        this.people = people;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            directory.addSharedGroups();
            // A newer version may give known parties groups or rights that an older one had not.
            parties.all().forEach(member -> directory.addGroups(member.party()));
            if (settings.getProperty("jointflights.example", Boolean.class, false)) {
                ExamplePeople.read().forEach(this::add);
            } else {
                addAdministrators();
            }
        });
    }

    private void add(Place place) {
        Party party = place.party();
        if (party != null && !parties.contains(party)) {
            directory.addParty(party, place.authority());
        }
        for (Member member : place.members()) {
            if (people.find(member.person().id()).isPresent()) {
                continue;
            }
            if (party == null) {
                directory.addPerson(member.person(), ExamplePeople.PASSWORD, member.role());
            } else {
                directory.addPerson(member.person(), ExamplePeople.PASSWORD, member.role(), party);
            }
        }
    }

    private void addAdministrators() {
        int administrators = people.membersOf(Role.ADMINISTRATOR.group()).size();
        for (Person person : FirstAdministrators.missing(
                administrators, id -> people.find(id).isPresent())) {
            String password = settings.getRequiredProperty(FirstAdministrators.setting(person));
            directory.addPerson(person, password, Role.ADMINISTRATOR);
        }
    }
}
