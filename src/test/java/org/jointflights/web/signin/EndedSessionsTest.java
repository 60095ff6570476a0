package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.ResetPassword;
import org.jointflights.domain.Party;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session lasts no longer than what it was begun with: password, groups, account; and never longer than a day. */
@SignInSliceTest
class EndedSessionsTest {

    /** A sign-in name is never given twice. */
    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private AddPartiesAndPeople directory;

    @Autowired
    private ResetPassword reset;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient database;

    private Person somebody = new Person("nobody", "", "");
    private HttpUser office;
    private HttpUser home;

    @BeforeEach
    void somebody_is_signed_in_twice() {
        somebody = new Person("passant" + ++number, "Paul", "Passant");
        directory.addPerson(somebody, PASSWORD, Role.FINANCE, new Party("FR"));
        office = HttpUser.signedIn(port, somebody.id());
        home = HttpUser.signedIn(port, somebody.id());
        assertOpen(office);
        assertOpen(home);
    }

    @Test
    void a_password_that_was_changed_ends_them_all() {
        people.setPassword(somebody, "Another-2027!", false);

        assertEnded(home);
        assertEnded(office);
        assertOpen(HttpUser.signedIn(port, somebody.id(), "Another-2027!"));
    }

    @Test
    void a_password_reset_at_the_console_ends_them_all_and_is_used_once() {
        String password = reset.of(somebody.id());

        assertEnded(home);
        assertEnded(office);
        assertThat(HttpUser.signedIn(port, somebody.id(), password)
                        .get("/")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/password"));
        assertThat(HttpUser.signedIn(port, "auditor").get("/administration").body())
                .contains("(" + somebody.id() + ") was made anew from the machine");
    }

    @Test
    void whoever_is_taken_out_of_a_group_has_to_sign_in_anew() {
        people.leave(somebody.id(), "FRfinance");

        assertEnded(home);
        assertEnded(office);
    }

    @Test
    void whoever_is_put_into_one_more_group_stays_signed_in() {
        people.join(somebody.id(), "auditor");

        assertOpen(home);
        assertThat(home.get("/").body()).contains("/camunda/app/cockpit/");
    }

    @Test
    void whose_account_has_ended_is_signed_out() {
        people.remove(somebody, Instant.parse("2027-03-01T09:00:00Z"));

        assertEnded(home);
        assertEnded(office);
    }

    @Test
    void whoever_never_stops_signs_in_anew_after_a_day() {
        began(Duration.ofHours(23));
        assertOpen(home);

        began(Duration.ofHours(2));

        assertEnded(home);
        assertOpen(HttpUser.signedIn(port, somebody.id()));
    }

    /** All sessions that are open began so much earlier than they did. */
    private void began(Duration earlier) {
        database.sql("update web_session set creation_time = creation_time - ?")
                .param(earlier.toMillis())
                .update();
    }

    private static void assertOpen(HttpUser visitor) {
        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    private static void assertEnded(HttpUser visitor) {
        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/sign-in"));
    }
}
