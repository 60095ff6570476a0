package org.jointflights.application.people;

import java.time.Instant;
import java.util.Optional;

/** What is remembered of people's accounts beside those who may sign in now. */
public interface Accounts {

    PasswordState passwordOf(String id);

    /** Ends all sessions that began with an earlier password. */
    void passwordSet(String id, boolean oneTime);

    /** Somebody who had an account, without their mail address. */
    Optional<Person> former(String id);

    void addFormer(Person person, Instant at);

    /** Whether anything was ever done under that name. */
    boolean hasActed(String id);
}
