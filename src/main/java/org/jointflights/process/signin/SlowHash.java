package org.jointflights.process.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How the engine keeps passwords: bcrypt, which costs a thief of the database as much time per guess as it costs us per
 * sign-in. Bcrypt reads 72 bytes and the engine appends its own salt, so it is given a digest of both.
 */
final class SlowHash implements PasswordEncryptor {

    private static final String NAME = "bcrypt-sha384";
    private static final String PREFIX = "{" + NAME + "}";

    /** A hash in bcrypt's form that no password is known to have. */
    private static final String NOBODYS = "$2a$%02d$" + "9".repeat(53);

    private final PasswordEncoder bcrypt;
    private final String nobodys;

    /** The cost is that of the encoder; computing one more hash to know it would delay every start. */
    SlowHash(PasswordEncoder bcrypt, int cost) {
        this.bcrypt = bcrypt;
        this.nobodys = NOBODYS.formatted(cost);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(digest(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Takes as long as a check of somebody's password. */
    void checkNobodys(String password) {
        check(password, nobodys);
    }

    /** False for what the engine wrote before, which is quickly guessed through. */
    boolean hasMade(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** Whether it would be made stronger today. */
    boolean isOutdated(String stored) {
        return !hasMade(stored) || bcrypt.upgradeEncoding(stored.substring(PREFIX.length()));
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
