package org.jointflights.process.signin;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Actor;
import org.jointflights.process.signin.EngineMemberships.Acting;
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
    private final ObjectProvider<EngineMemberships> memberships;
    private final ReadOnce<String, Acting> acting = new ReadOnce<>();

    EngineCurrentUser(ObjectProvider<IdentityService> identities, ObjectProvider<EngineMemberships> memberships) {
        this.identities = identities;
        this.memberships = memberships;
    }

    @Override
    public String id() {
        String account = account();
        if (account.equals(SYSTEM)) {
            return SYSTEM;
        }
        String absent = acting(account).absent();
        return absent == null ? account : Actor.of(account, absent);
    }

    @Override
    public String account() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    @Override
    public Set<String> groups() {
        String account = account();
        return account.equals(SYSTEM) ? Set.of() : acting(account).groups();
    }

    @Override
    public Set<String> boundGroups() {
        String account = account();
        String absent = account.equals(SYSTEM) ? null : acting(account).absent();
        if (absent == null) {
            return groups();
        }
        Set<String> bound = new HashSet<>(groups());
        bound.addAll(memberships.getObject().own(account));
        bound.addAll(memberships.getObject().own(absent));
        return Set.copyOf(bound);
    }

    private Acting acting(String account) {
        return acting.get(account, one -> memberships.getObject().acting(one));
    }

    private @Nullable Authentication authentication() {
        return identities.getObject().getCurrentAuthentication();
    }
}
