package org.jointflights.application.people;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The two who administer a new installation: two, because one alone adds nobody who signs or administers. */
final class FirstAdministrators {

    private static final List<Person> BOTH =
            List.of(new Person("admin", "First", "Administrator"), new Person("admin2", "Second", "Administrator"));

    private FirstAdministrators() {}

    /**
     * Who is still to be made. None where two others administer: an installation may take the first two away again.
     *
     * @param administrators how many there are
     * @param taken whether a sign-in name is somebody's
     */
    static List<Person> missing(long administrators, Predicate<String> taken) {
        return BOTH.stream()
                .filter(person -> !taken.test(person.id()))
                .limit(Math.max(0, BOTH.size() - administrators))
                .toList();
    }

    /** The setting that holds the first password of one of them. */
    static String setting(Person person) {
        return "jointflights." + person.id() + ".password";
    }

    /** The variable of the environment that sets it. */
    static String variable(Person person) {
        return setting(person).replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
