package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody acts under a name that the trail would read as the machine's. */
@SignInSliceTest
class ReservedNamesTest {

    private static final String SENTENCE = "the application itself acts under this name, or people could think so";

    @LocalServerPort
    private int port;

    @Autowired
    private AddPartiesAndPeople directory;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void gone() {
        identities.clearAuthentication();
        identities.deleteUser("system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "System", "SYSTEM", "root", "anonymous", "anonymousUser", "nobody", "camunda"})
    void nobody_is_made_under_such_a_name_in_any_way(String name) {
        assertThatThrownBy(() -> directory.addPerson(new Person(name, "Anna", "Berg"), PASSWORD, Role.AUDITOR))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(SENTENCE);
        User user = identities.newUser(name);
        user.setPassword(PASSWORD);
        assertThatThrownBy(() -> identities.saveUser(user))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(SENTENCE);
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .send(
                        "POST",
                        ENGINE + "/user/create",
                        "{\"profile\":{\"id\":\"" + name + "\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(people.find(name)).isEmpty();
    }

    @Test
    void nobody_is_renamed_to_such_a_name() {
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .send("PUT", ENGINE + "/user/skdoctor/profile", "{\"id\":\"system\",\"firstName\":\"Anna\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(people.find("system")).isEmpty();
    }

    @Test
    void whom_the_database_calls_so_cannot_sign_in() {
        anAdministratorCalledSystem();

        HttpResponse<String> answer = new HttpUser(port, "en").signIn("system", PASSWORD);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/sign-in?wrong"));
        assertThat(identities.checkPassword("system", PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "SYSTEM", "root"})
    void the_engine_lets_nobody_act_under_such_a_name(String name) {
        anAdministratorCalledSystem();

        assertThatThrownBy(() -> identities.setAuthentication(name, List.of("camunda-admin")))
                .isInstanceOf(NotYours.class)
                .hasMessageContaining("Nobody works under it.");
        assertThatThrownBy(() -> identities.setAuthenticatedUserId(name)).isInstanceOf(NotYours.class);
        assertThat(identities.getCurrentAuthentication()).isNull();
    }

    /** With the password of one of the example's people: the engine keeps both the same way. */
    private void anAdministratorCalledSystem() {
        database.sql("insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, PWD_, SALT_)"
                        + " select 'system', 1, 'S', 'Y', PWD_, SALT_ from ACT_ID_USER where ID_ = 'sefinance2'")
                .update();
        database.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('system', 'camunda-admin')")
                .update();
    }
}
