package org.jointflights.application.people.administration;

import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;

/** Lets administrators pass, whatever stands before this. */
public final class RequireAdministrator {

    private RequireAdministrator() {}

    /** Throws {@link NotYours} unless an administrator acts. */
    public static void require(CurrentUser actor) {
        if (!actor.isIn(Role.ADMINISTRATOR.group())) {
            throw NotYours.of("people.administration.notYours");
        }
    }
}
