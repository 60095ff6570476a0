package org.jointflights.application.people.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.administration.AdministrationServices;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.TooOften;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionOperations;

class TokensTest {

    private static final String HOME = "198.51.100.10";
    private static final List<String> READ = List.of("READ");

    private final AdministrationServices services = new AdministrationServices();
    private final PeopleServices base = services.base;
    private final InMemoryApiTokens tokens = new InMemoryApiTokens();
    private final ManageTokens manage = new ManageTokens(
            tokens, base.people, services.log, base.actor, TransactionOperations.withoutTransaction(), base.clock);
    private final CheckTokens check = new CheckTokens(tokens, base.people, base.wrongPasswords, base.clock);

    private Person ben = new Person("ben", "", "");

    @BeforeEach
    void ben_is_signed_in() {
        ben = base.add("ben", "FRfinance");
        services.as("ben");
    }

    @Test
    void a_secret_cannot_be_guessed_is_recognised_and_is_not_kept() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            secrets.add(make("report " + i, READ, day(1)));
        }

        assertThat(secrets).hasSize(10).allMatch(secret -> secret.matches("jf_[A-Za-z0-9_-]{43}"));
        assertThat(tokens.hashes()).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(tokens.hashes() + " " + manage.own()).doesNotContain(secrets);
        assertThat(TokenSecret.hash("abc"))
                .as("SHA-256")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_token_is_its_owners_and_good_for_what_was_chosen() {
        String secret = make(" Monthly report ", List.of("COMPUTE", "READ", "READ"), day(30));

        ApiToken found = check.check(HOME, secret).orElseThrow();

        assertThat(found.person()).isEqualTo("ben");
        assertThat(found.name()).isEqualTo("Monthly report");
        assertThat(found.scopes()).containsExactly(TokenScope.READ, TokenScope.COMPUTE);
        assertThat(found.expires()).isEqualTo(LocalDate.parse(day(30)));
        assertThat(found.made()).isEqualTo(base.clock.instant());
        assertThat(check.check(HOME, make("another", READ, day(1)))
                        .orElseThrow()
                        .scopes())
                .containsExactly(TokenScope.READ);
    }

    @Test
    void that_one_was_made_and_revoked_is_told_with_what_it_is_good_for() {
        make("report", List.of("READ", "COMPUTE"), day(30));
        manage.revoke(manage.own().get(0).number());

        assertThat(services.logged())
                .containsExactly(
                        Sentence.of(
                                "people.token.made",
                                "report",
                                Sentence.of(
                                        "people.token.scope.and",
                                        TokenScope.READ.sentence(),
                                        TokenScope.COMPUTE.sentence()),
                                day(30),
                                "Ben Person",
                                "ben"),
                        Sentence.of("people.token.revoked", "report", "Ben Person", "ben"));
    }

    @Test
    void the_day_of_the_last_use_is_noted() {
        String secret = make("report", READ, day(30));
        assertThat(manage.own().get(0).lastUsed()).isNull();

        check.check(HOME, secret);
        base.clock.advance(Duration.ofDays(3));
        check.check(HOME, secret);

        assertThat(manage.own().get(0).lastUsed()).isEqualTo(manage.today());
    }

    @Test
    void one_that_is_over_is_still_known_for_the_log_and_a_revoked_one_is_not() {
        String secret = make("report", READ, day(1));
        base.clock.advance(Duration.ofDays(9));

        assertThat(check.check(HOME, secret)).isEmpty();
        assertThat(check.known(secret))
                .hasValueSatisfying(token -> assertThat(token.name()).isEqualTo("report"));
        manage.revoke(manage.own().get(0).number());
        assertThat(check.known(secret)).isEmpty();
    }

    @Test
    void it_works_to_the_end_of_its_last_day_and_no_longer() {
        String secret = make("report", READ, day(1));
        Instant end = LocalDate.parse(day(2)).atStartOfDay().toInstant(ZoneOffset.UTC);

        base.clock.advance(Duration.between(base.clock.instant(), end).minusMillis(1));
        assertThat(check.check(HOME, secret)).isPresent();
        base.clock.advance(Duration.ofMillis(1));
        assertThat(check.check(HOME, secret)).isEmpty();
        assertThat(manage.own()).as("shown until it is revoked").hasSize(1);
        assertThat(manage.own().get(0).isOver(manage.today())).isTrue();
    }

    @Test
    void it_does_not_outlive_its_revocation_the_password_or_the_account() {
        String revoked = make("one", READ, day(30));
        manage.revoke(manage.own().get(0).number());
        assertThat(check.check(HOME, revoked)).isEmpty();

        String old = make("two", READ, day(30));
        base.people.setPassword(ben, "Green-Teapot-33", false);
        assertThat(check.check(HOME, old)).isEmpty();
        assertThat(manage.own()).isEmpty();

        String last = manage.make("Green-Teapot-33", "three", READ, day(30));
        assertThat(check.check(HOME, last)).isPresent();
        base.people.remove(ben, base.clock.instant());
        assertThat(check.check(HOME, last)).isEmpty();
    }

    @Test
    void whose_account_is_gone_by_any_way_has_none() {
        tokens.add(
                new ApiToken(0, "ghost", "x", Set.of(TokenScope.READ), 0, Instant.EPOCH, LocalDate.parse(day(1)), null),
                TokenSecret.hash("jf_ghost"));
        base.add("root", "FRfinance");
        tokens.add(
                new ApiToken(0, "root", "x", Set.of(TokenScope.READ), 0, Instant.EPOCH, LocalDate.parse(day(1)), null),
                TokenSecret.hash("jf_root"));

        assertThat(check.check(HOME, "jf_ghost")).isEmpty();
        assertThat(check.check(HOME, "jf_root")).as("a name that is reserved").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,          report, READ,   2027-03-02, currentPassword, people.password.wrong",
        "Blue-Kettle-27, '  ',   READ,   2027-03-02, tokenName,       people.text",
        "Blue-Kettle-27, 0123456789012345678901234567890123456789012345678901234567890, READ, 2027-03-02, tokenName, people.text",
        "Blue-Kettle-27, \u202Ex, READ,  2027-03-02, tokenName,       common.hiddenCharacter",
        "Blue-Kettle-27, report, WRITE,  2027-03-02, scope,           common.choice",
        "Blue-Kettle-27, report, '',     2027-03-02, scope,           common.choice",
        "Blue-Kettle-27, report, ,       2027-03-02, scope,           people.token.scope",
        "Blue-Kettle-27, report, READ,   soon,       expires,         people.token.expires"
    })
    void what_does_not_fit_is_refused_and_nothing_is_made(
            String password, String name, String scope, String expires, String field, String code) {
        BadInput refused = refusal(
                BadInput.class,
                code,
                () -> manage.make(password, name, scope == null ? List.of() : List.of(scope), expires));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(manage.own()).isEmpty();
        assertThat(services.logged()).isEmpty();
    }

    @Test
    void it_lasts_a_year_at_most_and_does_not_begin_expired() {
        LocalDate today = manage.today();
        refusal(BadInput.class, "people.token.expires", () -> make("a", READ, day(-1)));
        refusal(
                BadInput.class,
                "people.token.expires",
                () -> make("a", READ, today.plusYears(1).plusDays(1).toString()));
        make("today", READ, today.toString());
        make("a year", READ, today.plusYears(1).toString());

        assertThat(manage.own()).extracting(ApiToken::name).containsExactly("today", "a year");
    }

    @Test
    void two_of_one_person_have_two_names_and_nobody_has_more_than_twenty() {
        for (int i = 1; i <= ManageTokens.MOST; i++) {
            make("report " + i, READ, day(1));
            if (i == 1) {
                refusal(BadInput.class, "people.token.name.taken", () -> make("report 1", READ, day(1)));
            }
        }

        refusal(Conflict.class, "people.token.tooMany", () -> make("one more", READ, day(1)));
        assertThat(manage.own()).hasSize(20);
    }

    @Test
    void nobody_revokes_or_sees_the_token_of_somebody_else_but_an_administrator() {
        String secret = make("report", READ, day(30));
        long number = manage.own().get(0).number();

        base.add("eve", "GBfinance", "auditor");
        services.as("eve");
        refusal(Unknown.class, "people.token.unknown", () -> manage.revoke(number));
        refusal(NotYours.class, "people.administration.notYours", () -> manage.of("ben"));
        assertThat(manage.own()).isEmpty();
        assertThat(check.check(HOME, secret)).isPresent();

        services.as("admin");
        assertThat(manage.of("ben")).hasSize(1);
        manage.revoke(number);
        assertThat(check.check(HOME, secret)).isEmpty();
        refusal(Unknown.class, "people.token.unknown", () -> manage.revoke(number));
    }

    @Test
    void the_system_makes_none() {
        base.actor.is("system");

        refusal(NotYours.class, "signin.notYours", () -> make("report", READ, day(1)));
    }

    @Test
    void a_wrong_one_delays_itself_and_neither_others_nor_the_passwords_of_its_address() {
        String secret = make("report", READ, day(30));
        for (int i = 0; i < 200; i++) {
            assertThat(check.check(HOME, secret)).isPresent();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(check.check(HOME, "jf_wrong")).isEmpty();
        }
        assertThat(refusal(TooOften.class, "signin.wait.token", () -> check.check(HOME, "jf_wrong"))
                        .seconds())
                .isEqualTo(1);
        assertThat(check.check(HOME, secret)).as("another token from there").isPresent();
        base.clock.advance(Duration.ofSeconds(1));
        assertThat(check.check(HOME, "jf_wrong")).isEmpty();
        assertThat(refusal(TooOften.class, "signin.wait.token", () -> check.check(HOME, "jf_wrong"))
                        .seconds())
                .isEqualTo(2);

        for (int i = 0; i < 100; i++) {
            assertThat(check.check(HOME, "jf_" + i)).isEmpty();
        }
        assertThat(check.check(HOME, secret)).isPresent();
        assertThat(base.wrongPasswords.attempt(HOME, "ben", () -> true)).isTrue();
    }

    @Test
    void many_at_once_are_all_looked_at() {
        List<Optional<String>> nested = new ArrayList<>();
        base.wrongPasswords.look(HOME, "right", () -> {
            for (int i = 0; i < 50; i++) {
                nested.add(base.wrongPasswords.look(HOME, "right", () -> Optional.of("found")));
            }
            return Optional.of("found");
        });

        assertThat(nested).hasSize(50).allMatch(Optional::isPresent);
    }

    private String make(String name, List<String> scopes, String expires) {
        return manage.make(PeopleServices.PASSWORD, name, scopes, expires);
    }

    private String day(int fromToday) {
        return manage.today().plusDays(fromToday).toString();
    }
}
