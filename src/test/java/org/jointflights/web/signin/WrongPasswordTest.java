package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.StandingClock;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong passwords delay whoever typed them and never lock anybody out. */
@SignInSliceTest
class WrongPasswordTest {

    private static final String HOME = "198.51.100.10";
    private static final String ELSEWHERE = "203.0.113.66";

    @LocalServerPort
    private int port;

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void what_earlier_tests_typed_is_forgotten() {
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void a_hundred_wrong_passwords_do_not_lock_the_last_administrator_out() {
        for (int i = 0; i < 120; i++) {
            assertThat(signIn(HOME, "admin", "wrong" + i).statusCode()).isEqualTo(302);
            clock.advance(Duration.ofSeconds(61));
        }

        assertSignedIn(signIn(HOME, "admin", PASSWORD));
        assertNothingCounted("admin");
    }

    @Test
    void whoever_guesses_elsewhere_delays_not_the_owner() {
        for (int i = 0; i < 10; i++) {
            signIn(ELSEWHERE, "ltmonitor", "wrong");
        }

        assertThat(signIn(ELSEWHERE, "ltmonitor", PASSWORD).statusCode()).isEqualTo(429);
        assertSignedIn(signIn(HOME, "ltmonitor", PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"ltmonitor", "nobodyknown"})
    void even_the_right_password_waits_and_the_page_says_how_long(String name) {
        for (int i = 0; i < 3; i++) {
            assertThat(location(signIn(HOME, name, "wrong"))).endsWith("/sign-in?wrong");
        }

        HttpResponse<String> refused = signIn(HOME, name, PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body())
                .contains("After several wrong passwords the next try for this name has to wait")
                .contains("Try again in 1 s.")
                .contains("name=\"password\"");
        assertThat(new HttpUser(port, "fr", HOME).signIn(name, PASSWORD).body())
                .contains("Réessayez dans 1 s.")
                .contains("lang=\"fr\"");
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn(HOME, name, "wrong").statusCode()).isEqualTo(302);
        assertThat(signIn(HOME, name, "wrong").headers().firstValue("Retry-After"))
                .hasValue("2");
    }

    @Test
    void the_form_of_a_refusal_works_when_the_wait_is_over() {
        HttpUser visitor = new HttpUser(port, "en", HOME);
        for (int i = 0; i < 4; i++) {
            visitor.signIn("ltlegal1", "wrong");
        }
        clock.advance(Duration.ofSeconds(1));

        assertSignedIn(visitor.signIn("ltlegal1", PASSWORD));
        assertThat(visitor.get("/").body()).contains("/sign-out");
    }

    @Test
    void an_unknown_name_is_answered_as_a_known_one() {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            known.add(everythingOf(signIn(HOME, "ltfinance1", "wrong")));
            unknown.add(everythingOf(signIn(ELSEWHERE, "nobodyknown", "wrong")));
            clock.advance(Duration.ofMillis(700));
        }

        assertThat(known).anyMatch(answer -> answer.startsWith("302"));
        assertThat(known).anyMatch(answer -> answer.startsWith("429"));
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void many_names_from_one_address_have_to_pause_and_other_addresses_do_not() {
        for (int i = 0; i < 30; i++) {
            assertThat(signIn(ELSEWHERE, "guess" + i, "Summer-2027!").statusCode())
                    .isEqualTo(302);
        }

        HttpResponse<String> refused = signIn(ELSEWHERE, "ltdoctor", PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(refused.body())
                .contains("Too many wrong passwords have come from your network. Try again in 10 min.");
        assertSignedIn(signIn(HOME, "ltdoctor", PASSWORD));
        clock.advance(Duration.ofMinutes(10));
        assertSignedIn(signIn(ELSEWHERE, "ltdoctor", PASSWORD));
    }

    @Test
    void neighbours_in_one_network_of_version_6_are_counted_as_one() {
        for (int i = 0; i < 30; i++) {
            signIn("2001:db8:1:2::" + Integer.toHexString(i), "guess" + i, "Summer-2027!");
        }

        assertThat(signIn("2001:db8:1:2:aaaa::1", "ltdoctor", PASSWORD).statusCode())
                .isEqualTo(429);
        assertSignedIn(signIn("2001:db8:1:3::1", "ltdoctor", PASSWORD));
    }

    @Test
    void an_account_that_the_engine_has_locked_signs_in() {
        database.sql("update ACT_ID_USER set ATTEMPTS_ = 100, LOCK_EXP_TIME_ = ? where ID_ = 'ltfinance2'")
                .param(Instant.parse("2099-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .update();

        assertSignedIn(signIn(HOME, "ltfinance2", PASSWORD));
    }

    @Test
    void whoever_sits_at_somebodys_open_session_cannot_guess_the_password_there_either() {
        HttpUser visitor = HttpUser.signedIn(port, "ltcoordinator");

        for (int i = 0; i < 3; i++) {
            assertThat(changePassword(visitor, "wrong").statusCode()).isEqualTo(400);
        }
        HttpResponse<String> refused = changePassword(visitor, PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Try again in 1 s.");
        assertNothingCounted("ltcoordinator");
        assertSignedIn(signIn(HOME, "ltcoordinator", PASSWORD));
    }

    private HttpResponse<String> signIn(String address, String name, String password) {
        return new HttpUser(port, "en", address).signIn(name, password);
    }

    private static HttpResponse<String> changePassword(HttpUser visitor, String own) {
        return visitor.submit(
                "/password",
                "/password",
                Map.of("currentPassword", own, "newPassword", "Another-2027!", "newPasswordAgain", "Another-2027!"));
    }

    private void assertNothingCounted(String name) {
        assertThat(database.sql("select count(*) from ACT_ID_USER where ID_ = ?"
                                + " and coalesce(ATTEMPTS_, 0) = 0 and LOCK_EXP_TIME_ is null")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void assertSignedIn(HttpResponse<String> answer) {
        assertThat(location(answer)).endsWith("/").doesNotContain("sign-in");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Status, headers and body; of what is random only that it is there. */
    private static String everythingOf(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.replaceAll((header, values) -> values.stream()
                .map(value -> value.replaceAll("(JSESSIONID|XSRF-TOKEN)=\\w+", "$1=…"))
                .toList());
        return answer.statusCode() + "\n" + headers + "\n"
                + answer.body().replaceAll("(name=\"_?csrf\" (?:value|content))=\"[^\"]+\"", "$1=…");
    }
}
