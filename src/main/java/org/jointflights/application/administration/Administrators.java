package org.jointflights.application.administration;

import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;

/** Lets administrators pass, whatever stands before this. */
final class Administrators {

    private Administrators() {}

    static void require(CurrentUser actor) {
        if (!actor.isIn(Role.ADMINISTRATOR.group())) {
            throw NotYours.of("administration.notYours");
        }
    }
}
