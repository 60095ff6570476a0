package org.jointflights.application.people.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jointflights.application.people.DelayWrongPasswords;
import org.jointflights.application.people.People;
import org.jointflights.application.people.ReservedNames;
import org.springframework.stereotype.Service;

/** Whether what a program sends is somebody's token, and works now. */
@Service
public class CheckTokens {

    private final ApiTokens tokens;
    private final People people;
    private final DelayWrongPasswords wrong;
    private final Clock clock;

    CheckTokens(ApiTokens tokens, People people, DelayWrongPasswords wrong, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.wrong = wrong;
        this.clock = clock;
    }

    /**
     * The token, used from that network address; nothing for one that is unknown, revoked, over, or whose owner has no
     * account or another password now. Throws {@link org.jointflights.domain.TooOften} where the address has to wait.
     */
    public Optional<ApiToken> check(String address, String secret) {
        String hash = TokenSecret.hash(secret);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<ApiToken> found =
                wrong.look(address, hash, () -> tokens.withHash(hash).filter(token -> works(token, today)));
        found.filter(token -> !today.equals(token.lastUsed())).ifPresent(token -> tokens.used(token.number(), today));
        return found;
    }

    /** The token with that secret, whether it works or not; nothing for one that is unknown or was revoked. */
    public Optional<ApiToken> known(String secret) {
        return tokens.withHash(TokenSecret.hash(secret));
    }

    private boolean works(ApiToken token, LocalDate today) {
        return !token.isOver(today)
                && !ReservedNames.contains(token.person())
                && people.passwordMark(token.person()).isPresent()
                && people.passwordOf(token.person()).version() == token.passwordVersion();
    }
}
