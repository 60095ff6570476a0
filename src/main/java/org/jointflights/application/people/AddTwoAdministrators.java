package org.jointflights.application.people;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the two administrators whom production begins with. The passwords that its settings give them are for one sign-in:
 * whoever set them up, or reads the environment later, is not the one who administers.
 */
@Component
@Profile("!example")
class AddTwoAdministrators implements FirstPeople {

    private final AddPartiesAndPeople directory;
    private final People people;
    private final Accounts accounts;
    private final Environment settings;

    AddTwoAdministrators(AddPartiesAndPeople directory, People people, Accounts accounts, Environment settings) {
        this.directory = directory;
        this.people = people;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void add() {
        people.startedBy(Origin.PRODUCTION);
        int administrators = people.membersOf(Role.ADMINISTRATOR.group()).size();
        for (Person person : FirstAdministrators.missing(
                administrators, id -> people.find(id).isPresent())) {
            String password = settings.getRequiredProperty(FirstAdministrators.setting(person));
            directory.addPerson(person, password, Role.ADMINISTRATOR);
            accounts.passwordSet(person.id(), true);
        }
    }
}
