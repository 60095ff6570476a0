package org.jointflights.application.people;

import java.util.Set;
import org.jointflights.domain.Actor;

/** Who is acting: the person signed in, never a task's assignee; or the system itself, when a timer or job runs. */
public interface CurrentUser {

    /** The id of whoever acts without being a person. */
    String SYSTEM = "system";

    /**
     * What stands on record as who did it: the sign-in name, both of them while the person acts for an absent one
     * ({@link Actor}), or {@link #SYSTEM}.
     */
    String id();

    /** The sign-in name of whoever is signed in, for whomever they act; or {@link #SYSTEM}. */
    default String account() {
        return Actor.account(id());
    }

    /** The ids of the groups the person belongs to at this moment, for example {@code FRfinance}; none for the system. */
    Set<String> groups();

    /** Where it is a colleague of some group who may not do it: those, and all of both persons' own. */
    default Set<String> boundGroups() {
        return groups();
    }

    default boolean isIn(String group) {
        return groups().contains(group);
    }
}
