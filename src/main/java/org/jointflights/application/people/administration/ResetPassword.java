package org.jointflights.application.people.administration;

import org.jointflights.application.people.OneTimePassword;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back in when nobody else can help: a one-time password from the machine's own console. The administrators and
 * auditors are told.
 */
@Service
public class ResetPassword {

    private final People people;
    private final LogAdministration log;

    ResetPassword(People people, LogAdministration log) {
        this.people = people;
        this.log = log;
    }

    /** The new password, which nobody else learns. Throws {@link Unknown} where nobody has that name. */
    @Transactional
    public String of(String name) {
        Person person = people.all().stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> Unknown.of("signin.reset.unknown", name));
        String password = OneTimePassword.of(person, people);
        people.setPassword(person, password, true);
        log.recordAbout(name, "people.administration.consoleReset", person.name(), name);
        return password;
    }
}
