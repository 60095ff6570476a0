package org.jointflights.application.people.administration;

import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Person;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator may do to somebody's account.
 *
 * @param person whom it concerns, by sign-in name; the mail address only where it is set by this change
 * @param role which role is given or taken, or nothing where no role is concerned
 */
public record PeopleChange(
        Kind kind, Person person, @Nullable Assignment role) {

    /** What is done. */
    public enum Kind {
        ADD_PERSON,
        GIVE_ROLE,
        TAKE_ROLE,
        NEW_PASSWORD,
        CHANGE_MAIL,
        END_ACCOUNT
    }

    /** Exactly what is done, in words. */
    public Sentence sentence() {
        return Sentence.of(
                "people.administration.change." + kind,
                person.name(),
                person.id(),
                role == null ? "" : role.sentence(),
                person.mail() == null ? Sentence.of("people.administration.noMail") : person.mail());
    }
}
