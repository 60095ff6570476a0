package org.jointflights.process.signin;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jointflights.application.people.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's authentication of this thread. Asked for late, so that the engine's own parts may depend on it. */
@Component
class EngineCurrentUser implements CurrentUser {

    private final ObjectProvider<IdentityService> identities;

    EngineCurrentUser(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public String id() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    @Override
    public Set<String> groups() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getGroupIds() == null
                ? Set.of()
                : Set.copyOf(authentication.getGroupIds());
    }

    private @Nullable Authentication authentication() {
        return identities.getObject().getCurrentAuthentication();
    }
}
