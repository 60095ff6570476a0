package org.jointflights.application.people;

/** Who started last with the people of a database; it says so itself. */
public enum Origin {
    /** Its people have the published password, or had it. */
    EXAMPLE,
    /** A start that compared everybody's password with the published one before. */
    PRODUCTION
}
