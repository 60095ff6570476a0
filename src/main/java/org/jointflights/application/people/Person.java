package org.jointflights.application.people;

/** Somebody who signs in: the id is the sign-in name. */
public record Person(String id, String firstName, String lastName) {

    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
