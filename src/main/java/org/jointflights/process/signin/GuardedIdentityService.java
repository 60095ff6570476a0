package org.jointflights.process.signin;

import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jointflights.application.people.ReservedNames;
import org.jointflights.domain.NotYours;
import org.jspecify.annotations.Nullable;

/** Lets nobody act in the engine under a name that would be read as the machine's. */
class GuardedIdentityService extends IdentityServiceImpl {

    @Override
    public void setAuthentication(@Nullable Authentication somebody) {
        if (somebody != null && somebody.getUserId() != null && ReservedNames.contains(somebody.getUserId())) {
            throw NotYours.of("signin.reserved");
        }
        super.setAuthentication(somebody);
    }
}
