package org.jointflights.process.signin;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
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

    GuardedIdentities(SlowHash hash, DelayWrongPasswords wrongPasswords) {
        this.hash = hash;
        this.wrongPasswords = wrongPasswords;
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
