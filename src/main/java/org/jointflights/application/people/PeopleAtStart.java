package org.jointflights.application.people;

import java.security.SecureRandom;
import java.util.Base64;
import org.jointflights.application.people.ExamplePeople.Member;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.domain.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the groups, and somebody who can sign in, before the first request and the first job: in the example everybody
 * it speaks of, otherwise one administrator. What is there already stays as it is.
 */
@Component
class PeopleAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleAtStart.class);
    private static final Person ADMINISTRATOR = new Person("admin", "First", "Administrator");

    private final Directory directory;
    private final Parties parties;
    private final People people;
    private final TransactionTemplate transaction;
    private final boolean example;

    PeopleAtStart(
            Directory directory,
            Parties parties,
            People people,
            TransactionTemplate transaction,
            @Value("${jointflights.example:false}") boolean example) {
        this.directory = directory;
        this.parties = parties;
        this.people = people;
        this.transaction = transaction;
        this.example = example;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            directory.addSharedGroups();
            // A newer version may give known parties groups or rights that an older one had not.
            parties.all().forEach(member -> directory.addGroups(member.party()));
            if (example) {
                ExamplePeople.read().forEach(this::add);
            } else if (!people.hasMembers(Role.ADMINISTRATOR.group())) {
                String password = randomPassword();
                directory.addPerson(ADMINISTRATOR, password, Role.ADMINISTRATOR);
                LOG.warn(
                        "First start: sign in as {} with the password {} and change it. It is not shown again.",
                        ADMINISTRATOR.id(),
                        password);
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

    static String randomPassword() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        // The end satisfies the policy, whatever the random part holds.
        return Base64.getUrlEncoder().encodeToString(bytes) + "-aA1";
    }
}
