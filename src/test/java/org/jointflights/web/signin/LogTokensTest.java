package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jointflights.StandingClock;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.ApiTokens;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.security.HttpProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever looks into the log finds whose token was used or tried, and from where, and never a secret. */
@SignInSliceTest
@ExtendWith(OutputCaptureExtension.class)
class LogTokensTest {

    private static final String HERE = "198.51.100.81";
    private static final String ELSEWHERE = "198.51.100.82";

    /** Answers 404 to whoever gets as far as the controller. */
    private static final String READING = "/api/refused/unknown";

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private StandingClock clock;

    @Autowired
    private AddPartiesAndPeople directory;

    @Autowired
    private ApiTokens tokens;

    private String owner = "";
    private String secret = "";
    private ApiToken token = new ApiToken(0, "", "", Set.of(), 0, Instant.EPOCH, LocalDate.EPOCH, null);

    @BeforeEach
    void somebody_has_a_token() {
        clock.advance(Duration.ofHours(2));
        owner = "logrobot" + ++number;
        secret = "jf_" + "s".repeat(42) + number;
        directory.addPerson(new Person(owner, "Log", "Robot"), PASSWORD, Role.FINANCE, new Party("FR"));
        tokens.add(
                new ApiToken(
                        0,
                        owner,
                        "Monthly report",
                        Set.of(TokenScope.READ),
                        0,
                        clock.instant(),
                        today().plusDays(1),
                        null),
                CanonicalJson.hash(secret));
        token = tokens.of(owner).get(0);
    }

    @Test
    void a_use_is_one_line_for_an_hour_and_an_address_with_its_owner(CapturedOutput log) {
        for (int request = 0; request < 5; request++) {
            assertThat(HttpProgram.from(port, HERE, secret).get(READING).statusCode())
                    .isEqualTo(404);
        }
        assertThat(lines(log)).containsExactly(is("was used from " + HERE));

        HttpProgram.from(port, ELSEWHERE, secret).get(READING);
        clock.advance(Duration.ofMinutes(59));
        HttpProgram.from(port, HERE, secret).get(READING);
        assertThat(lines(log)).containsExactly(is("was used from " + HERE), is("was used from " + ELSEWHERE));

        clock.advance(Duration.ofMinutes(1));
        HttpProgram.from(port, HERE, secret).get(READING);
        assertThat(lines(log)).hasSize(3).last().isEqualTo(is("was used from " + HERE));
        assertThat(log.getAll()).doesNotContain(secret);
    }

    @Test
    void one_that_has_expired_is_refused_in_a_line_for_each_request_also_where_it_has_to_wait(CapturedOutput log) {
        clock.advance(Duration.ofDays(2));

        for (int request = 0; request < 4; request++) {
            assertThat(HttpProgram.from(port, HERE, secret).get(READING).statusCode())
                    .isEqualTo(request < 3 ? 401 : 429);
        }

        assertThat(lines(log)).hasSize(4).containsOnly(is("was refused from " + HERE));
        assertThat(log.getAll()).doesNotContain(secret);
    }

    @Test
    void one_that_was_revoked_and_one_that_never_was_are_a_line_each_without_what_was_sent(CapturedOutput log) {
        tokens.remove(token.number());

        for (String sent : List.of(secret, "My-Secret-Password", "two words")) {
            assertThat(HttpProgram.from(port, ELSEWHERE, sent).get(READING).statusCode())
                    .isEqualTo(401);
        }

        assertThat(log.getOut().lines().filter(line -> line.contains("token was refused")))
                .hasSize(3)
                .allMatch(line -> line.endsWith("An unknown or revoked token was refused from " + ELSEWHERE + "."));
        assertThat(log.getAll()).doesNotContain(secret).doesNotContain("My-Secret-Password");
    }

    @Test
    void what_it_is_not_good_for_is_a_line_too(CapturedOutput log) {
        HttpProgram program = HttpProgram.from(port, HERE, secret);

        assertThat(program.post("/api/cost-sharing/preview", "{}").statusCode()).isEqualTo(403);

        assertThat(lines(log)).contains(is("is not good for a POST from " + HERE));
        assertThat(log.getAll()).doesNotContain(secret);
    }

    /** What the log says of this token. */
    private List<String> lines(CapturedOutput log) {
        String begin = "Token " + token.number() + " of " + owner;
        return Arrays.stream(log.getOut().split("\\R"))
                .filter(line -> line.contains(begin))
                .map(line -> line.substring(line.indexOf(begin)))
                .toList();
    }

    private String is(String what) {
        return "Token " + token.number() + " of " + owner + " " + what + ".";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
