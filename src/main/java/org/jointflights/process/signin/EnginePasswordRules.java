package org.jointflights.process.signin;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jointflights.application.people.PasswordRules;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.StoredAccounts.StoredAccount;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The engine's own hash and policy, while there is no engine yet. */
public final class EnginePasswordRules implements PasswordRules {

    /** Checks only, so that what a hash of its own would cost does not matter. */
    private static final int ANY_COST = 10;

    private final PasswordManager hashes = new PasswordManager(
            new Sha512HashDigest(), List.of(new SlowHash(new BCryptPasswordEncoder(ANY_COST), ANY_COST)));

    @Override
    public boolean fits(StoredAccount account, String password) {
        String hash = account.hash();
        return hash != null && hashes.check(EncryptionUtil.saltPassword(password, account.salt()), hash);
    }

    @Override
    public boolean allow(Person person, String password) {
        User user = new UserEntity(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        return new IdentityServiceImpl()
                .checkPasswordAgainstPolicy(new ProductionPasswords(), password, user)
                .isValid();
    }
}
