package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.StoredAccounts.StoredAccount;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AccountRulesTest {

    private static final StoredAccount ANNA = account("anna", true, "Anna-Kettle-1");
    private static final StoredAccount BEN = account("ben", true, "Ben-Kettle-2");

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void an_empty_database_starts_with_two_good_passwords() {
        give("admin", "First-Kettle-1");
        give("admin2", "Second-Kettle-2");

        assertThat(reasons()).isEmpty();
    }

    @Test
    void and_with_none_once_two_administer() {
        assertThat(reasons(ANNA, BEN)).isEmpty();
    }

    @Test
    void each_password_that_is_missing_is_named_by_its_variable() {
        give("admin2", "  ");

        assertThat(reasons())
                .containsExactly(
                        Sentence.of("start.password.unset", "admin", "JOINTFLIGHTS_ADMIN_PASSWORD"),
                        Sentence.of("start.password.unset", "admin2", "JOINTFLIGHTS_ADMIN2_PASSWORD"));
    }

    @Test
    void where_one_administers_one_password_is_asked_for() {
        assertThat(reasons(ANNA, account("carl", false, "x")))
                .containsExactly(Sentence.of("start.password.unset", "admin", "JOINTFLIGHTS_ADMIN_PASSWORD"));
    }

    @Test
    void the_name_of_somebody_else_is_not_asked_for() {
        assertThat(reasons(account("admin", false, "x")))
                .containsExactly(Sentence.of("start.password.unset", "admin2", "JOINTFLIGHTS_ADMIN2_PASSWORD"));
    }

    @Test
    void neither_a_published_nor_a_weak_nor_the_same_password_is_taken() {
        give("admin", ExamplePeople.PASSWORD);
        give("admin2", "weak");
        assertThat(reasons())
                .containsExactly(
                        Sentence.of("start.password.published", "JOINTFLIGHTS_ADMIN_PASSWORD"),
                        Sentence.of(
                                "start.password.weak",
                                "JOINTFLIGHTS_ADMIN2_PASSWORD",
                                "admin2",
                                "Second",
                                "Administrator"));

        give("admin", "First-Kettle-1");
        give("admin2", "First-Kettle-1");
        assertThat(reasons()).containsExactly(Sentence.of("start.password.same", "JOINTFLIGHTS_ADMIN2_PASSWORD"));
    }

    @Test
    void nor_that_of_another_administrator() {
        give("admin", "Anna-Kettle-1");
        assertThat(reasons(ANNA)).containsExactly(Sentence.of("start.password.same", "JOINTFLIGHTS_ADMIN_PASSWORD"));
        assertThat(reasons(account("anna", false, "Anna-Kettle-1"), BEN)).isEmpty();
    }

    @Test
    void example_people_are_found_by_name_and_published_password() {
        assertThat(reasons(
                        ANNA,
                        BEN,
                        account("frfinance2", false, ExamplePeople.PASSWORD),
                        account("frcoordinator", false, ExamplePeople.PASSWORD),
                        account("frdoctor", false, "their own"),
                        account("carl", false, ExamplePeople.PASSWORD)))
                .containsExactly(Sentence.of("start.accounts", "frcoordinator, frfinance2"));
    }

    @Test
    void whose_passwords_a_production_has_compared_are_not_compared_again_until_the_example_was_there() {
        List<StoredAccount> people = List.of(ANNA, BEN, account("frcoordinator", false, ExamplePeople.PASSWORD));

        assertThat(reasons(Optional.of(Origin.PRODUCTION), people)).isEmpty();
        assertThat(reasons(Optional.of(Origin.EXAMPLE), people))
                .containsExactly(Sentence.of("start.accounts", "frcoordinator"));
    }

    private static StoredAccount account(String id, boolean administrator, String password) {
        return new StoredAccount(id, administrator, password, null);
    }

    private void give(String id, String password) {
        settings.setProperty("jointflights." + id + ".password", password);
    }

    private List<Sentence> reasons(StoredAccount... accounts) {
        return reasons(Optional.empty(), List.of(accounts));
    }

    private List<Sentence> reasons(Optional<Origin> origin, List<StoredAccount> accounts) {
        StoredAccounts stored = new StoredAccounts() {
            @Override
            public Optional<Origin> origin() {
                return origin;
            }

            @Override
            public List<StoredAccount> all() {
                return accounts;
            }
        };
        return new AccountRules(stored, new PlainPasswords(), settings).reasons();
    }

    /** Keeps the password itself in place of its hash. */
    private static final class PlainPasswords implements PasswordRules {

        @Override
        public boolean fits(StoredAccount account, String password) {
            return password.equals(account.hash());
        }

        @Override
        public boolean allow(Person person, String password) {
            return password.length() >= 10;
        }
    }
}
