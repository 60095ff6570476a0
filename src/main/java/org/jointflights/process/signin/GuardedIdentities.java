package org.jointflights.process.signin;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jointflights.application.people.DelayWrongPasswords;
import org.jointflights.application.people.ReservedNames;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where every way to a password check and to a new user ends, whether it came by our pages or the engine's API. The
 * engine's own counter of attempts, which locks an account for good, is neither read nor written.
 */
class GuardedIdentities extends DbIdentityServiceProvider {

    private final SlowHash hash;
    private final DelayWrongPasswords wrongPasswords;
    private final Supplier<EngineMemberships> memberships;

    GuardedIdentities(SlowHash hash, DelayWrongPasswords wrongPasswords, Supplier<EngineMemberships> memberships) {
        this.hash = hash;
        this.wrongPasswords = wrongPasswords;
        this.memberships = memberships;
    }

    /** Whoever acts for somebody is, for the engine's own pages too, in the groups of that person and in none of their own. */
    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        String member = query.getUserId();
        if (member == null) {
            return super.findGroupByQueryCriteria(query);
        }
        EngineMemberships.Acting acting = memberships.get().acting(member);
        if (acting.absent() == null) {
            return super.findGroupByQueryCriteria(query);
        }
        Set<String> groups = acting.groups();
        return groups.isEmpty()
                ? List.of()
                : super.findGroupByQueryCriteria(
                        (DbGroupQueryImpl) new DbGroupQueryImpl().groupIdIn(groups.toArray(String[]::new)));
    }

    @Override
    public boolean checkPassword(String id, @Nullable String typed) {
        String password = typed == null ? "" : typed;
        // Nobody guesses from inside the machine.
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? wrongPasswords.attempt(web.getRequest().getRemoteAddr(), id, () -> isRight(id, password))
                : isRight(id, password);
    }

    /** Whatever the answer is, it costs one slow hash; a right password that was kept in an older way costs its new one. */
    private boolean isRight(String id, String password) {
        UserEntity user = ReservedNames.contains(id) ? null : findUserById(id);
        String stored = user == null ? null : user.getPassword();
        if (user == null || stored == null) {
            hash.checkNobodys(password);
            return false;
        }
        boolean right = matchPassword(password, user);
        if (right && hash.isOutdated(stored)) {
            user.setPassword(password);
            user.encryptPassword();
        } else if (!hash.hasMade(stored)) {
            hash.checkNobodys(password);
        }
        return right;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (ReservedNames.contains(user.getId())) {
            throw BadInput.of("signInName", user.getId(), "people.id.system");
        }
        return super.saveUser(user);
    }
}
