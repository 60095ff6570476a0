package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jointflights.StandingClock;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever looks into the log finds who came in, who was refused and from where. */
@SignInSliceTest
@ExtendWith(OutputCaptureExtension.class)
class LogSignInsTest {

    private static final String ADDRESS = "198.51.100.77";

    @LocalServerPort
    private int port;

    @Autowired
    private StandingClock clock;

    @BeforeEach
    void what_earlier_tests_typed_is_forgotten() {
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void a_sign_in_and_a_sign_out_are_a_line_each(CapturedOutput log) {
        HttpUser user = signsIn("LTmonitor", PASSWORD);
        user.submit("/", "/sign-out", Map.of());

        assertThat(log).contains("ltmonitor signed in from " + ADDRESS + ".", "ltmonitor signed out from ");
    }

    @Test
    void a_wrong_password_is_a_line_with_the_name_and_without_the_password(CapturedOutput log) {
        signsIn("ltmonitor", "Not-My-Password-1");

        assertThat(log)
                .containsOnlyOnce("ltmonitor was refused at the sign-in from " + ADDRESS + ".")
                .doesNotContain("Not-My-Password-1");
    }

    @Test
    void what_is_nobodys_name_may_be_a_password_and_is_not_written_down(CapturedOutput log) {
        signsIn("My-Secret-Password\nadmin signed in", "x");

        assertThat(log)
                .contains("An unknown name was refused at the sign-in from " + ADDRESS + ".")
                .doesNotContainIgnoringCase("My-Secret-Password")
                .doesNotContain("admin signed in");
    }

    @Test
    void one_that_has_to_wait_is_a_line_too(CapturedOutput log) {
        for (int i = 0; i < 4; i++) {
            signsIn("ltdoctor", "Wrong-2026!");
        }

        assertThat(log.getOut().split("ltdoctor was refused at the sign-in", -1))
                .hasSize(5);
    }

    @Test
    void whoever_asks_for_what_is_not_theirs_is_a_line_whoever_refuses_it(CapturedOutput log) {
        HttpUser user = signsIn("ltmonitor", PASSWORD);

        for (String path : List.of("/admin/people", "/refused/notYours", "/api/refused/notYours", ENGINE + "/engine")) {
            assertThat(user.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(log).containsOnlyOnce("ltmonitor was refused GET " + path + " from " + ADDRESS + ".");
        }
        assertThat(user.sendToOurs("POST", "/language", "{}", "forged").statusCode())
                .isEqualTo(403);
        assertThat(log).containsOnlyOnce("ltmonitor was refused POST /language from " + ADDRESS + ".");
    }

    @Test
    void of_whoever_reports_a_serious_incident_no_line_has_the_name_or_the_address(CapturedOutput log) {
        HttpUser user = signsIn("ltmonitor", PASSWORD);
        String path = "/flights/JRO-2027-0001/report-incident";

        assertThat(user.sendToOurs("POST", path, "{}", "forged").statusCode()).isEqualTo(403);

        assertThat(log)
                .containsOnlyOnce("Somebody was refused POST " + path + ".")
                .doesNotContain("ltmonitor was refused POST");
    }

    private HttpUser signsIn(String name, String password) {
        HttpUser user = new HttpUser(port, "en", ADDRESS);
        user.signIn(name, password);
        return user;
    }
}
