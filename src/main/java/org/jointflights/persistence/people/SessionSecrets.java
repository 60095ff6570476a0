package org.jointflights.persistence.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.session.SessionIdGenerator;

/** The number of a session: 128 random bits in the browser's cookie, of which the database has the SHA-256 alone. */
final class SessionSecrets implements SessionIdGenerator {

    private static final int BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<String> drawn = new ThreadLocal<>();

    /** What is stored; the thread that asked for it takes what belongs to it from {@link #drawnFor}. */
    @Override
    public String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = HEX.withUpperCase().formatHex(bytes);
        drawn.set(secret);
        return stored(secret);
    }

    /** What the cookie gets for a session that was stored just now under that number. */
    String drawnFor(String stored) {
        String secret = drawn.get();
        drawn.remove();
        if (secret == null || !stored(secret).equals(stored)) {
            throw new IllegalStateException("no secret was drawn for this session");
        }
        return secret;
    }

    static String stored(String secret) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
