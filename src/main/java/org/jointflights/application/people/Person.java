package org.jointflights.application.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in: the id is the sign-in name.
 *
 * @param mail where notices reach them, or nothing
 */
public record Person(
        String id,
        String firstName,
        String lastName,
        @Nullable String mail) {

    /** Somebody whom no mail reaches. */
    public Person(String id, String firstName, String lastName) {
        this(id, firstName, lastName, null);
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
