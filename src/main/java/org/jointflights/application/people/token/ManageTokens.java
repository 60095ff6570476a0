package org.jointflights.application.people.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes and revokes tokens: everybody their own, and an administrator revokes anybody's. */
@Service
public class ManageTokens {

    /** So many of one person work at once. */
    static final int MOST = 20;

    private static final int LONGEST_NAME = 60;

    private final ApiTokens tokens;
    private final People people;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final TransactionOperations transaction;
    private final Clock clock;

    ManageTokens(
            ApiTokens tokens,
            People people,
            LogAdministration log,
            CurrentUser actor,
            TransactionOperations transaction,
            Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.log = log;
        this.actor = actor;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A token of the person's own: its secret, which is told this once. It takes the present password, so that whoever
     * sits at an open session does not take away a key to it.
     */
    public String make(String password, String name, List<String> scopes, String expires) {
        Person person = people.find(actor.account()).orElseThrow(() -> NotYours.of("signin.notYours"));
        // Read before the password is looked at: should it change meanwhile, the token is none from the beginning.
        int version = people.passwordOf(person.id()).version();
        String called = checkedName(name);
        Set<TokenScope> allowed = checkedScopes(scopes);
        LocalDate last = checkedExpiry(expires);
        // Outside the transaction: a refusal would take back that a wrong password was counted.
        if (!people.isPassword(person.id(), password)) {
            throw BadInput.of("currentPassword", "", "people.password.wrong");
        }
        String secret = TokenSecret.make();
        transaction.executeWithoutResult(status -> {
            List<ApiToken> own = working(person.id());
            if (own.stream().anyMatch(token -> token.name().equals(called))) {
                throw BadInput.of("tokenName", called, "people.token.name.taken");
            }
            if (own.size() >= MOST) {
                throw Conflict.of("people.token.tooMany", MOST);
            }
            tokens.add(
                    new ApiToken(
                            0,
                            person.id(),
                            called,
                            allowed,
                            version,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            last,
                            null),
                    TokenSecret.hash(secret));
            log.recordAbout(person.id(), "people.token.made", called, words(allowed), last, person.name(), person.id());
        });
        return secret;
    }

    /** The person's own, expired ones too, in the order in which they were made. */
    public List<ApiToken> own() {
        return working(actor.account());
    }

    /** Those of anybody, for administrators. */
    public List<ApiToken> of(String person) {
        requireAdministrator();
        return working(person);
    }

    /** Ends one's own token, or as an administrator anybody's. Throws {@link Unknown} for all others. */
    public void revoke(long number) {
        transaction.executeWithoutResult(status -> {
            ApiToken token = tokens.find(number)
                    .filter(found -> found.person().equals(actor.account()) || isAdministrator())
                    .orElseThrow(() -> Unknown.of("people.token.unknown"));
            if (!tokens.remove(number)) {
                throw Unknown.of("people.token.unknown");
            }
            log.recordAbout(
                    token.person(),
                    "people.token.revoked",
                    token.name(),
                    people.nameOf(token.person()),
                    token.person());
        });
    }

    /** The first day that a token made now may expire on, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The last one. */
    public LocalDate inAYear() {
        return today().plusYears(1);
    }

    /** What was made with an earlier password works no more, and is shown no more. */
    private List<ApiToken> working(String person) {
        int version = people.passwordOf(person).version();
        return tokens.of(person).stream()
                .filter(token -> token.passwordVersion() == version)
                .toList();
    }

    private static String checkedName(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw BadInput.of("tokenName", name, "people.text", LONGEST_NAME);
        }
        PlainText.requireLine("tokenName", name);
        return name;
    }

    private static Set<TokenScope> checkedScopes(List<String> typed) {
        Set<TokenScope> scopes = new TreeSet<>();
        typed.forEach(each -> scopes.add(TokenScope.named(each)));
        if (scopes.isEmpty()) {
            throw BadInput.of("scope", "", "people.token.scope");
        }
        return scopes;
    }

    private LocalDate checkedExpiry(String typed) {
        LocalDate first = today();
        LocalDate last = inAYear();
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw BadInput.of("expires", typed, "people.token.expires", first, last);
        }
        throw BadInput.of("expires", typed, "people.token.expires", first, last);
    }

    private static Sentence words(Set<TokenScope> scopes) {
        return scopes.stream()
                .map(TokenScope::sentence)
                .reduce((one, other) -> Sentence.of("people.token.scope.and", one, other))
                .orElseThrow();
    }

    private boolean isAdministrator() {
        return actor.isIn(Role.ADMINISTRATOR.group());
    }

    private void requireAdministrator() {
        if (!isAdministrator()) {
            throw NotYours.of("people.administration.notYours");
        }
    }
}
