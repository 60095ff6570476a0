package org.jointflights.application.people;

import java.util.Locale;
import java.util.Set;

/** Sign-in names that are nobody's: in the trail they would be read as the machine, or as more than a person. */
public final class ReservedNames {

    private static final Set<String> NAMES = Set.of(
            CurrentUser.SYSTEM,
            "administrator",
            "anonymous",
            // Spring's own word for whoever is not signed in.
            "anonymoususer",
            "camunda",
            "camunda-admin",
            "daemon",
            "engine",
            "jobexecutor",
            "nobody",
            "null",
            "root",
            "superuser",
            "sysadmin",
            "undefined");

    private ReservedNames() {}

    /** Whether nobody may have this name, in capitals or not. */
    public static boolean contains(String name) {
        return NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }
}
