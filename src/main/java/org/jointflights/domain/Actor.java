package org.jointflights.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who has done something, as it stands on record: a sign-in name, or for a substitute two, {@code anna/bernard}, Anna for Bernard.
 * No sign-in name has a stroke. Where nobody may do two things, both of the two have done what one did for the other.
 */
public final class Actor {

    private static final String FOR = "/";

    private Actor() {}

    /** A person who acts for another. */
    public static String of(String person, String absent) {
        return person + FOR + absent;
    }

    /** The account of whoever did it. */
    public static String account(String actor) {
        int at = actor.indexOf(FOR);
        return at < 0 ? actor : actor.substring(0, at);
    }

    /** For whom it was done, if for another. */
    public static Optional<String> absent(String actor) {
        int at = actor.indexOf(FOR);
        return at < 0 ? Optional.empty() : Optional.of(actor.substring(at + 1));
    }

    /** Both persons, or the one. */
    public static Set<String> persons(String actor) {
        return absent(actor).map(absent -> Set.of(account(actor), absent)).orElse(Set.of(actor));
    }

    /** Whether somebody is in both. */
    public static boolean share(String one, String other) {
        return !Collections.disjoint(persons(one), persons(other));
    }

    /** Whether somebody in it is in one of the others. */
    public static boolean isAmong(String actor, Collection<String> others) {
        return others.stream().anyMatch(other -> share(actor, other));
    }
}
