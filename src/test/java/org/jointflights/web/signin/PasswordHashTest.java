package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.jointflights.StandingClock;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How passwords are kept, and what it costs to check one. */
@SignInSliceTest
class PasswordHashTest {

    private static final String SLOW = "{bcrypt-sha384}$2a$04$";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CountedHashes hashes;

    @Autowired
    private StandingClock clock;

    @BeforeEach
    void what_earlier_tests_typed_is_forgotten() {
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void a_password_is_kept_so_that_guessing_it_is_slow() {
        assertThat(stored("bgfinance1")).startsWith(SLOW);
        assertThat(database.sql("select count(*) from ACT_ID_USER where PWD_ not like '{bcrypt-sha384}%'"
                                + " and ID_ not like 'bg%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void two_long_passwords_that_differ_at_the_end_are_two() {
        String begin = "Aa1!" + "é".repeat(100);
        people.setPassword(person("sidoctor"), begin + "x", false);

        assertThat(people.isPassword("sidoctor", begin + "y")).isFalse();
        assertThat(people.isPassword("sidoctor", begin + "x")).isTrue();
    }

    @Test
    void who_has_an_old_quick_hash_signs_in_and_has_a_slow_one_then() throws Exception {
        keepTheOldWay("bgfinance2");
        assertThat(new HttpUser(port, "en")
                        .signIn("bgfinance2", "wrong")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("?wrong"));
        assertThat(stored("bgfinance2")).startsWith("{SHA-512}");

        assertThat(HttpUser.signedIn(port, "bgfinance2").get("/").statusCode()).isEqualTo(200);

        assertThat(stored("bgfinance2")).startsWith(SLOW);
        assertThat(HttpUser.signedIn(port, "bgfinance2").get("/").statusCode()).isEqualTo(200);
        assertThat(people.isPassword("bgfinance2", "wrong")).isFalse();
    }

    @Test
    void of_two_sign_ins_that_renew_an_old_hash_at_once_both_succeed() throws Exception {
        keepTheOldWay("bglegal2");
        boolean[] other = new boolean[1];
        hashes.atNext(() -> other[0] = people.isPassword("bglegal2", PASSWORD));

        assertThat(people.isPassword("bglegal2", PASSWORD)).isTrue();

        assertThat(other[0]).isTrue();
        assertThat(people.isPassword("bglegal2", PASSWORD)).isTrue();
    }

    @Test
    void a_password_changed_while_somebody_signs_in_with_the_old_one_lets_nobody_in() {
        hashes.atNext(() -> people.setPassword(person("siescortleader"), "Another-2027!", false));

        assertThat(new HttpUser(port, "en")
                        .signIn("siescortleader", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("?wrong"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bgcoordinator | Joint-2026! | a right password",
                "bgcoordinator | wrong       | a wrong password",
                "nobodyknown   | wrong       | an unknown name",
                "''            | wrong       | no name",
                "'a\u0000b'    | wrong       | a name that no keyboard types",
                "system        | wrong       | a reserved name",
                "bglegal1      | wrong       | a wrong password for an old hash",
            })
    void every_answer_costs_the_same_work(String name, String password, String what) throws Exception {
        keepTheOldWay("bglegal1");

        assertThat(hashes.during(() -> new HttpUser(port, "en").signIn(name, password)))
                .as(what)
                .isEqualTo(1);
    }

    private Person person(String name) {
        return people.find(name).orElseThrow();
    }

    private String stored(String name) {
        return database.sql("select PWD_ from ACT_ID_USER where ID_ = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** As the engine alone kept it: quick, with its own salt at the end. */
    private void keepTheOldWay(String name) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-512").digest((PASSWORD + "salt").getBytes(StandardCharsets.UTF_8));
        database.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = 'salt', REV_ = REV_ + 1 where ID_ = ?")
                .params("{SHA-512}" + Base64.getEncoder().encodeToString(hash), name)
                .update();
    }
}
