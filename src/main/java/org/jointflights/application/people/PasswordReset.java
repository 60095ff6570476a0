package org.jointflights.application.people;

import org.jointflights.domain.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way back in when nobody else can help: a new password from the machine's own console. */
@Service
public class PasswordReset {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordReset.class);

    private final People people;

    PasswordReset(People people) {
        this.people = people;
    }

    /** The new password, which nobody else learns. Throws {@link Unknown} where nobody has that name. */
    @Transactional
    public String of(String name) {
        if (people.find(name).isEmpty()) {
            throw Unknown.of("signin.reset.unknown", name);
        }
        String password = PeopleAtStart.randomPassword();
        people.setPassword(name, password);
        LOG.warn("The password of {} was reset from the console.", name);
        return password;
    }
}
