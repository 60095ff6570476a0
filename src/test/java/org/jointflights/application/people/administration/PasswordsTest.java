package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static final String FRESH = "Green-Teapot-33";

    private final AdministrationServices services = new AdministrationServices();
    private final InMemoryPeople people = services.base.people;

    @Test
    void everybody_changes_their_own_and_nobody_is_told() {
        change(PeopleServices.PASSWORD, FRESH, FRESH);

        assertThat(people.isPassword("admin", FRESH)).isTrue();
        assertThat(people.passwordOf("admin")).isEqualTo(new PasswordState(1, false));
        assertThat(services.logged()).isEmpty();
    }

    @Test
    void that_a_one_time_password_has_been_changed_is_told() {
        services.base.add("ben", "FRcoordinator");
        String once = services.manage.newPassword("ben").oneTimePassword();
        services.as("ben");

        change(once, FRESH, FRESH);

        assertThat(people.passwordOf("ben")).isEqualTo(new PasswordState(2, false));
        assertThat(services.logged())
                .last()
                .isEqualTo(Sentence.of("people.administration.passwordChosen", "Ben Person", "ben"));
        assertThat(services.entries.all().get(1).about()).isEqualTo("ben");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, Green-Teapot-33, Green-Teapot-33, currentPassword, people.password.wrong",
        "Blue-Kettle-27, Green-Teapot-33, Green-Teapot-34, newPasswordAgain, people.password.differs",
        "Blue-Kettle-27, Blue-Kettle-27, Blue-Kettle-27, newPassword, people.password.same",
        "Blue-Kettle-27, weak, weak, password, people.password"
    })
    void what_does_not_fit_is_refused_and_the_password_stays(
            String current, String fresh, String again, String field, String code) {
        BadInput refused = refusal(BadInput.class, code, () -> change(current, fresh, again));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEmpty();
        assertThat(people.isPassword("admin", PeopleServices.PASSWORD)).isTrue();
        assertThat(people.passwordOf("admin")).isEqualTo(PasswordState.FIRST);
    }

    @Test
    void the_system_has_no_password() {
        services.base.actor.is("system");

        refusal(NotYours.class, "signin.notYours", () -> change(PeopleServices.PASSWORD, FRESH, FRESH));
    }

    @Test
    void the_console_makes_one_that_is_used_once_and_says_so() {
        services.base.actor.is("system");

        String password = services.reset.of("admin2");

        assertThat(people.isPassword("admin2", password)).isTrue();
        assertThat(people.isPassword("admin", password)).isFalse();
        assertThat(people.passwordOf("admin2")).isEqualTo(new PasswordState(1, true));
        assertThat(services.logged())
                .containsExactly(Sentence.of("people.administration.consoleReset", "Admin2 Person", "admin2"));
        assertThat(services.entries.all().get(0).about()).isEqualTo("admin2");
        assertThat(services.told()).containsExactly("camunda-admin", "auditor");
    }

    @Test
    void but_not_for_somebody_who_has_left_or_never_was() {
        services.base.add("ben", "FRcoordinator");
        services.manage.endAccount("ben");

        refusal(Unknown.class, "signin.reset.unknown", () -> services.reset.of("ben"));
        assertThat(refusal(Unknown.class, "signin.reset.unknown", () -> services.reset.of("ghost"))
                        .asSentence()
                        .arguments())
                .containsExactly("ghost");
    }

    private void change(String current, String fresh, String again) {
        services.own.change(current, fresh, again);
    }
}
