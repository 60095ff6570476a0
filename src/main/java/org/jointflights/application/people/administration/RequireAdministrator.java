package org.jointflights.application.people.administration;

import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;

/** Lets administrators pass, whatever stands before this. */
final class RequireAdministrator {

    private RequireAdministrator() {}

    static void require(CurrentUser actor) {
        if (!actor.isIn(Role.ADMINISTRATOR.group())) {
            throw NotYours.of("people.administration.notYours");
        }
    }
}
