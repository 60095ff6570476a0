package slice.door;

import static org.assertj.core.api.Assertions.assertThat;
import static slice.door.Visitor.ENGINE;
import static slice.door.Visitor.PASSWORD;

import org.jointflights.application.people.Directory;
import org.jointflights.application.people.PasswordReset;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session lasts no longer than what it was begun with: password, groups, account. */
@DoorTest
class EndedSessionsTest {

    private static final String NAME = "frpasser";

    @LocalServerPort
    private int port;

    @Autowired
    private Directory directory;

    @Autowired
    private PasswordReset reset;

    private Visitor admin;
    private Visitor office;
    private Visitor home;

    @BeforeEach
    void somebody_is_signed_in_twice() {
        directory.addPerson(new Person(NAME, "Paul", "Passant"), PASSWORD, Role.FINANCE, new Party("FR"));
        admin = Visitor.signedIn(port, "admin");
        office = Visitor.signedIn(port, NAME);
        home = Visitor.signedIn(port, NAME);
        assertOpen(office);
        assertOpen(home);
    }

    @AfterEach
    void gone() {
        admin.send("DELETE", ENGINE + "/user/" + NAME, "");
    }

    @Test
    void a_password_changed_in_tasklist_ends_them_all() {
        assertThat(office.send(
                                "PUT",
                                ENGINE + "/user/" + NAME + "/credentials",
                                "{\"password\":\"Another-2027!\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);

        assertEnded(home);
        assertEnded(office);
        assertOpen(Visitor.signedIn(port, NAME, "Another-2027!"));
        assertThat(admin.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_password_reset_at_the_console_ends_them_all() {
        String password = reset.of(NAME);

        assertEnded(home);
        assertEnded(office);
        assertOpen(Visitor.signedIn(port, NAME, password));
    }

    @Test
    void whoever_is_taken_out_of_a_group_has_to_sign_in_anew() {
        assertThat(admin.send("DELETE", ENGINE + "/group/FRfinance/members/" + NAME, "")
                        .statusCode())
                .isEqualTo(204);

        assertEnded(home);
        assertEnded(office);
    }

    @Test
    void whoever_is_put_into_one_more_group_stays_signed_in() {
        assertThat(admin.send("PUT", ENGINE + "/group/auditor/members/" + NAME, "")
                        .statusCode())
                .isEqualTo(204);

        assertOpen(home);
        assertThat(home.get("/").body()).contains("/camunda/app/cockpit/");
    }

    @Test
    void a_deleted_account_is_signed_out() {
        assertThat(admin.send("DELETE", ENGINE + "/user/" + NAME, "").statusCode())
                .isEqualTo(204);

        assertEnded(home);
        assertEnded(office);
    }

    @Test
    void an_account_made_anew_under_the_name_does_not_revive_them() {
        admin.send("DELETE", ENGINE + "/user/" + NAME, "");
        directory.addPerson(new Person(NAME, "Petra", "Passante"), PASSWORD, Role.FINANCE, new Party("FR"));

        assertEnded(home);
        assertOpen(Visitor.signedIn(port, NAME));
    }

    private static void assertOpen(Visitor visitor) {
        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    private static void assertEnded(Visitor visitor) {
        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/sign-in"));
    }
}
