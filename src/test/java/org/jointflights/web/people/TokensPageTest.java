package org.jointflights.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.StandingClock;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.jointflights.security.HttpProgram;
import org.jointflights.security.HttpUser;
import org.jointflights.web.signin.SignInSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a token lets a program do is asked of an address that answers in each way, and of its owner's page. */
@SignInSliceTest
class TokensPageTest {

    /** Answers 404 to whoever gets as far as the controller. */
    private static final String READING = "/api/refused/unknown";

    private static final Pattern SECRET = Pattern.compile(">(jf_[A-Za-z0-9_-]{43})<");

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private StandingClock clock;

    @Autowired
    private AddPartiesAndPeople directory;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient database;

    private Person owner = new Person("nobody", "", "");
    private HttpUser visitor;

    @BeforeEach
    void somebody_is_signed_in() {
        clock.advance(Duration.ofHours(1));
        owner = new Person("robota" + ++number, "Rosa", "Robota");
        directory.addPerson(owner, PASSWORD, Role.FINANCE, new Party("FR"));
        visitor = HttpUser.signedIn(port, owner.id());
    }

    @Test
    void a_token_is_shown_once_and_of_its_secret_only_the_hash_is_kept() {
        String secret = secretOf(make("Monthly report", "READ", inDays(30)));

        String page = visitor.get("/tokens").body();
        assertThat(page).contains("Monthly report").contains("never").doesNotContain(secret);
        assertThat(database.sql("select hash from api_token where person = ?")
                        .param(owner.id())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(everything()).doesNotContain(secret);
    }

    @Test
    void the_page_is_reached_from_the_one_for_passwords_and_speaks_french() {
        assertThat(visitor.get("/password").body()).contains("href=\"/tokens\"");
        HttpUser french = new HttpUser(port, "fr");
        french.signIn(owner.id(), PASSWORD);

        assertThat(french.get("/tokens").body())
                .contains("Jetons pour programmes")
                .contains("lang=\"fr\"")
                .doesNotContain("Token");
    }

    @Test
    void a_program_reads_with_it_without_a_session_and_without_the_token_of_a_form() {
        HttpProgram program = program(secretOf(make("report", "READ", inDays(30))));

        HttpResponse<String> answer = program.get(READING);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(visitor.get("/tokens").body()).doesNotContain("never");
    }

    @Test
    void it_works_nowhere_but_under_api() {
        HttpProgram program = program(secretOf(make("report", "READ", inDays(30))));

        for (String page : new String[] {
            "/", "/tokens", "/password", "/refused/unknown", "/camunda/app/tasklist/default/", "/error"
        }) {
            HttpResponse<String> answer = program.get(page);
            assertThat(answer.statusCode()).as(page).isIn(302, 401);
            assertThat(answer.body()).as(page).doesNotContain(owner.id());
        }
        for (String call : new String[] {
            HttpUser.ENGINE + "/task", HttpUser.ENGINE + "/filter/count", "/camunda/api/admin/auth/user/default"
        }) {
            assertThat(program.get(call).statusCode()).as(call).isEqualTo(401);
        }
        assertThat(program.get("/engine-rest/task").statusCode()).isIn(302, 401, 403);
    }

    @Test
    void it_makes_revokes_and_decides_nothing() {
        String secret = secretOf(make("report", "READ&scope=COMPUTE", inDays(30)));
        HttpProgram program = program(secret);

        for (String form : new String[] {"/tokens", "/tokens/revoke", "/password", "/language", "/sign-out"}) {
            assertThat(program.post(form, "").statusCode()).as(form).isEqualTo(403);
        }
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            HttpResponse<String> refused = program.send(method, READING, "{}", "");
            assertThat(refused.statusCode()).as(method).isEqualTo(403);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\"");
        }
        assertThat(program.post(READING, "{}").body()).contains("This token is not good for that.");
        assertThat(visitor.get("/tokens").body()).contains("report");
    }

    @Test
    void one_that_computes_does_not_read_and_one_that_reads_does_not_compute() {
        HttpProgram computes = program(secretOf(make("computes", "COMPUTE", inDays(30))));
        HttpProgram reads = program(secretOf(make("reads", "READ", inDays(30))));

        assertThat(computes.get(READING).statusCode()).isEqualTo(403);
        for (String preview : new String[] {"/api/cost-sharing/preview", "/api/cost-sharing/compare"}) {
            assertThat(computes.post(preview, "{}").statusCode())
                    .as("let through, to nothing here")
                    .isEqualTo(404);
            assertThat(reads.post(preview, "{}").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_wrong_one_is_refused_in_a_sentence_whatever_is_wrong_with_it() {
        String secret = secretOf(make("report", "READ", inDays(30)));
        for (String wrong : new String[] {
            "Bearer " + secret.substring(0, secret.length() - 1),
            "Bearer jf_",
            "Bearer",
            "Bearer ",
            "bearer x y",
            "Bearer " + secret + "=x",
            "Bearer " + secret + " " + secret,
            "Basic cm9zYTpyb3Nh",
            secret
        }) {
            HttpResponse<String> refused = HttpProgram.saying(port, wrong).get(READING);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(refused.body()).doesNotContain("jf_");
        }
        assertThat(program("jf_wrong").get(READING).body())
                .contains("\"detail\":\"This token does not work: it is unknown, has expired or was revoked.");
        assertThat(HttpProgram.saying(port, "Bearer").get(READING).body()).contains("Nobody is signed in.");
        assertThat(new HttpUser(port, "en")
                        .get(READING + "?access_token=" + secret)
                        .statusCode())
                .as("in the address it would stand in logs")
                .isEqualTo(401);
        assertThat(program(secret).get(READING).statusCode()).isEqualTo(404);
    }

    @Test
    void an_open_session_does_not_stand_in_for_a_wrong_token() {
        HttpResponse<String> answer =
                program("jf_wrong").send("GET", READING, "", visitor.identity().get("Cookie"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(visitor.get(READING).statusCode()).as("and is not ended").isEqualTo(404);
    }

    @Test
    void a_wrong_one_waits_by_itself_and_keeps_nobody_at_its_address_out() {
        String elsewhere = "203.0.113.77";
        String secret = secretOf(make("report", "READ", inDays(30)));
        for (int i = 0; i < 40; i++) {
            assertThat(HttpProgram.from(port, elsewhere, "jf_" + i).get(READING).statusCode())
                    .isEqualTo(401);
        }
        HttpProgram wrong = HttpProgram.from(port, elsewhere, "jf_again");
        for (int i = 0; i < 3; i++) {
            assertThat(wrong.get(READING).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> refused = wrong.get(READING);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(HttpProgram.from(port, elsewhere, secret).get(READING).statusCode())
                .isEqualTo(404);
        assertThat(new HttpUser(port, "en", elsewhere)
                        .signIn(owner.id(), PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void it_ends_when_its_owner_revokes_it_and_the_log_says_so() {
        HttpProgram program = program(secretOf(make("Monthly report", "READ", inDays(30))));

        HttpResponse<String> page =
                visitor.submit("/tokens", "/tokens/revoke", Map.of("token", numberOnPage("/tokens")));

        assertThat(page.body()).contains("The token has been revoked and works no more.");
        assertThat(program.get(READING).statusCode()).isEqualTo(401);
        assertThat(HttpUser.signedIn(port, "auditor").get("/administration").body())
                .contains("Made the token “Monthly report” for Rosa Robota (" + owner.id() + ").")
                .contains("Revoked the token “Monthly report” of Rosa Robota (" + owner.id() + ").");
    }

    @Test
    void nobody_revokes_anothers_but_an_administrator_who_sees_no_secret() {
        String secret = secretOf(make("report", "READ", inDays(30)));
        String token = numberOnPage("/tokens");

        HttpUser other = HttpUser.signedIn(port, "ltfinance1");
        assertThat(other.submit("/tokens", "/tokens/revoke", Map.of("token", token))
                        .statusCode())
                .isEqualTo(404);
        assertThat(program(secret).get(READING).statusCode()).isEqualTo(404);

        HttpUser administrator = HttpUser.signedIn(port, "admin");
        String account = "/admin/people/" + owner.id();
        assertThat(administrator.get(account).body()).contains("report").doesNotContain(secret);
        HttpResponse<String> page =
                administrator.submit(account, account, Map.of("act", "REVOKE_TOKEN", "token", token));
        assertThat(page.body()).contains("The token has been revoked");
        assertThat(program(secret).get(READING).statusCode()).isEqualTo(401);
    }

    @Test
    void it_is_over_after_its_last_day_and_with_the_password_and_the_account() {
        HttpProgram brief = program(secretOf(make("brief", "READ", inDays(0))));
        HttpProgram longer = program(secretOf(make("longer", "READ", inDays(300))));
        assertThat(brief.get(READING).statusCode()).isEqualTo(404);

        clock.advance(Duration.ofDays(1));
        assertThat(brief.get(READING).statusCode()).isEqualTo(401);
        assertThat(longer.get(READING).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/tokens").body()).contains("expired");

        people.setPassword(owner, "Another-2027!", false);
        assertThat(longer.get(READING).statusCode()).isEqualTo(401);
        visitor = HttpUser.signedIn(port, owner.id(), "Another-2027!");
        HttpProgram last = program(secretOf(make("Another-2027!", "last", "READ", inDays(30))));
        assertThat(last.get(READING).statusCode()).isEqualTo(404);
        people.remove(owner, clock.instant());
        assertThat(last.get(READING).statusCode()).isEqualTo(401);
    }

    @Test
    void nothing_is_read_with_it_before_a_one_time_password_is_changed() {
        HttpProgram program = program(secretOf(make("report", "READ", inDays(30))));
        database.sql("insert into password_state (person, version, one_time) values (?, 0, true)")
                .param(owner.id())
                .update();

        assertThat(program.get(READING).statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_sits_at_an_open_session_makes_none_without_the_password() {
        HttpResponse<String> refused = make("wrong", "report", "READ", inDays(30));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Present password").doesNotContain("jf_");
        assertThat(visitor.get("/tokens").body()).contains("You have no token.");
    }

    @Test
    void what_does_not_fit_is_refused_above_the_form_as_it_was_typed() {
        HttpResponse<String> late = make("report", "READ", inDays(400));

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body())
                .contains("Last day cannot be “" + inDays(400) + "”. Enter a day from " + inDays(0) + " to ")
                .contains("value=\"report\"");
        assertThat(make("report", "EVERYTHING", inDays(1)).statusCode()).isEqualTo(400);
        assertThat(visitor.submit(
                                "/tokens",
                                "/tokens",
                                Map.of("currentPassword", PASSWORD, "tokenName", "x", "expires", inDays(1)))
                        .body())
                .contains("Good for: choose at least one.");
    }

    private HttpResponse<String> make(String name, String scope, String expires) {
        return make(PASSWORD, name, scope, expires);
    }

    private HttpResponse<String> make(String password, String name, String scope, String expires) {
        Map<String, String> fields = new HashMap<>();
        fields.put("currentPassword", password);
        fields.put("tokenName", name);
        fields.put("scope", scope.replace("&scope=", ","));
        fields.put("expires", expires);
        return visitor.submit("/tokens", "/tokens", fields);
    }

    private static String secretOf(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private String numberOnPage(String page) {
        Matcher token = Pattern.compile("name=\"token\" value=\"(\\d+)\"")
                .matcher(visitor.get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpProgram program(String secret) {
        return HttpProgram.with(port, secret);
    }

    private String inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    /** What is written about tokens anywhere. */
    private String everything() {
        return database.sql("select * from api_token").query().listOfRows() + " "
                + database.sql("select * from administration_log").query().listOfRows() + " "
                + database.sql("select * from outbox").query().listOfRows();
    }
}
