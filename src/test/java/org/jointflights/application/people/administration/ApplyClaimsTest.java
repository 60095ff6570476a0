package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.util.Set;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Person;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The round itself, and that a refusal changes nothing, is tested over HTTP. */
class ApplyClaimsTest {

    private final AdministrationServices services = new AdministrationServices();
    private final InMemoryPeople people = services.base.people;

    @BeforeEach
    void nobody_is_signed_in() {
        services.base.actor.is("system");
    }

    @Test
    void a_newcomer_gets_an_account_without_a_password_that_anybody_knows() {
        assertThat(apply(" Nora ", false, "FRfinance", "FRcoordinator", "GBmystery", "DEfinance"))
                .isEqualTo("nora");

        assertThat(people.groupsOf("nora")).containsExactlyInAnyOrder("FRfinance", "FRcoordinator");
        assertThat(people.find("nora")).contains(new Person("nora", "Nora", "Newcomer", "n@example.org"));
        assertThat(people.passwordOf("nora").oneTime()).isFalse();
        assertThat(people.passwordMark("nora")).isPresent();
        assertThat(services.logged())
                .containsExactly(Sentence.of(
                        "people.provided.changed",
                        "Nora Newcomer",
                        "nora",
                        Sentence.of(
                                "people.provided.and",
                                Sentence.of("people.role.inParty", Sentence.of("people.role.coordinator"), "FR"),
                                Sentence.of("people.role.inParty", Sentence.of("people.role.finance"), "FR")),
                        Sentence.of("people.provided.nothing")));
    }

    @Test
    void what_has_not_changed_is_not_told() {
        apply("nora", false, "FRfinance");
        apply("nora", false, "FRfinance");

        assertThat(services.logged()).hasSize(1);
    }

    @Test
    void whoever_comes_to_sign_keeps_no_password_that_one_administrator_knew() {
        services.base.add("ben", "FRmonitor");
        PasswordState before = people.passwordOf("ben");

        apply("ben", false, "FRfinance");

        assertThat(people.isPassword("ben", PeopleServices.PASSWORD)).isFalse();
        assertThat(people.passwordOf("ben")).isEqualTo(new PasswordState(before.version() + 1, false));
    }

    @Test
    void an_account_that_was_there_is_the_first_ones_who_comes_by_its_name() {
        services.base.add("ben", "FRfinance");
        apply("ben", false, "FRfinance");

        refusal(
                Conflict.class,
                "people.provided.somebodyElse",
                () -> services.claims.apply(claims("another", "ben", "FRfinance"), false));
        refusal(
                Conflict.class,
                "people.provided.renamed",
                () -> services.claims.apply(claims("of ben", "benno", "FRfinance"), false));
        refusal(
                Conflict.class,
                "people.provided.somebodyElse",
                () -> services.claims.apply(
                        new ProviderClaims("https://elsewhere", "of ben", "ben", "B", "B", null, Set.of("FRfinance")),
                        false));
    }

    @Test
    void an_account_that_was_there_is_nobodys_who_comes_by_its_name_unless_that_is_chosen() {
        services.base.add("ben", "FRfinance");

        refusal(
                Conflict.class,
                "people.provided.notAdopted",
                () -> services.claims(false).apply(claims("of ben", "ben", "FRlegal"), false));

        assertThat(people.groupsOf("ben")).containsExactly("FRfinance");
    }

    @Test
    void a_role_that_is_gone_is_taken_although_the_new_one_is_refused() {
        apply("anna", false, "FRfinance");

        refusal(
                Conflict.class,
                "people.administration.role.incompatible",
                () -> apply("anna", false, "rightsOfficer", "FRmonitor"));

        assertThat(people.groupsOf("anna")).doesNotContain("FRfinance");
    }

    @Test
    void administrators_come_this_way_only_where_that_is_chosen() {
        refusal(NotYours.class, "people.provided.administrator", () -> apply("admin", false, "auditor"));
        refusal(NotYours.class, "people.provided.noRole", () -> apply("nora", false, "camunda-admin"));

        assertThat(apply("admin", true, "camunda-admin")).isEqualTo("admin");
        assertThat(apply("nora", true, "camunda-admin")).isEqualTo("nora");
        assertThat(people.groupsOf("nora")).containsExactly("camunda-admin");
    }

    @Test
    void the_provider_does_not_leave_fewer_than_two_administrators() {
        apply("admin", true, "auditor");

        refusal(Conflict.class, "people.administration.tooFew", () -> apply("admin2", true, "auditor"));
    }

    @Test
    void reserved_names_and_those_who_have_left_do_not_come_in() {
        refusal(BadInput.class, "people.id.system", () -> apply("Root", true, "FRfinance"));
        services.base.add("daemon", "FRmonitor");
        refusal(BadInput.class, "people.id.system", () -> apply("daemon", true, "FRmonitor"));
        people.remove(services.base.add("ben", "FRfinance"), services.base.clock.instant());

        refusal(Unknown.class, "people.administration.person.left", () -> apply("ben", false, "FRfinance"));
    }

    private String apply(String name, boolean administratorsToo, String... groups) {
        return services.claims.apply(claims("of " + name.strip(), name, groups), administratorsToo);
    }

    private static ProviderClaims claims(String subject, String name, String... groups) {
        return new ProviderClaims(
                "https://id.example.org", subject, name, "Nora", "Newcomer", "n@example.org", Set.of(groups));
    }
}
