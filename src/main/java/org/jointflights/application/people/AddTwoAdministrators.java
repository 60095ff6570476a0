package org.jointflights.application.people;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the two administrators whom production begins with, with the passwords that its settings give them. */
@Component
@Profile("!example")
class AddTwoAdministrators implements FirstPeople {

    private final AddPartiesAndPeople directory;
    private final People people;
    private final Environment settings;

    AddTwoAdministrators(AddPartiesAndPeople directory, People people, Environment settings) {
        this.directory = directory;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public void add() {
        int administrators = people.membersOf(Role.ADMINISTRATOR.group()).size();
        for (Person person : FirstAdministrators.missing(
                administrators, id -> people.find(id).isPresent())) {
            String password = settings.getRequiredProperty(FirstAdministrators.setting(person));
            directory.addPerson(person, password, Role.ADMINISTRATOR);
        }
    }
}
