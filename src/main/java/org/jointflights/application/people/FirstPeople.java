package org.jointflights.application.people;

/** Makes those who can sign in when nobody else has been added yet: production and the example have one each. */
public interface FirstPeople {

    /** Whoever is there already stays as they are. */
    void add();
}
