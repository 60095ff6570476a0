package org.jointflights.application.people;

import java.util.Set;

/** Who is acting: the person signed in, never a task's assignee; or the system itself, when a timer or job runs. */
public interface CurrentUser {

    /** The id of whoever acts without being a person. */
    String SYSTEM = "system";

    /** The sign-in name, or {@link #SYSTEM}. */
    String id();

    /** The ids of the groups the person belongs to at this moment, for example {@code FRfinance}; none for the system. */
    Set<String> groups();

    default boolean isIn(String group) {
        return groups().contains(group);
    }
}
