package org.jointflights.process.signin;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The person of the engine's authentication of this thread, with the groups that the database has for them now: those
 * of the authentication may be a minute old, and somebody without an account has none. Asked for late, so that the
 * engine's own parts may depend on it.
 */
@Component
class EngineCurrentUser implements CurrentUser {

    private final ObjectProvider<IdentityService> identities;
    private final ObjectProvider<People> people;
    private final ReadOnce<String, Set<String>> groups = new ReadOnce<>();

    EngineCurrentUser(ObjectProvider<IdentityService> identities, ObjectProvider<People> people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public String id() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    @Override
    public Set<String> groups() {
        String id = id();
        return id.equals(SYSTEM)
                ? Set.of()
                : groups.get(id, one -> people.getObject().groupsOf(one));
    }

    private @Nullable Authentication authentication() {
        return identities.getObject().getCurrentAuthentication();
    }
}
