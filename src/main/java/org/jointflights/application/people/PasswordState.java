package org.jointflights.application.people;

/**
 * What is known of somebody's password but the password.
 *
 * @param version how often it was set; a session that began with another version has ended
 * @param oneTime true if somebody else has seen it, so that it is changed before anything else is done
 */
public record PasswordState(int version, boolean oneTime) {

    /** A password that was never set anew. */
    public static final PasswordState FIRST = new PasswordState(0, false);
}
