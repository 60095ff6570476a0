package org.jointflights.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.jointflights.security.RawRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.util.SerializationUtils;

/**
 * Two nodes that were started at the same moment on one empty database: what one does, both know. In one virtual machine they share
 * the place where Camunda's web applications look for their engine, and so one engine; sessions they do not.
 */
@ExtendWith(OutputCaptureExtension.class)
class TwoNodesTest {

    private static final Map<String, String> DATABASE = PostgresServer.environment();

    private static ConfigurableApplicationContext a;
    private static ConfigurableApplicationContext b;
    private static String outputOfTheStart;

    @BeforeAll
    static void both_start_at_the_same_moment(CapturedOutput output) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<ConfigurableApplicationContext> first = threads.submit(TwoNodesTest::node);
            Future<ConfigurableApplicationContext> second = threads.submit(TwoNodesTest::node);
            a = first.get();
            b = second.get();
        } finally {
            threads.shutdown();
        }
        outputOfTheStart = output.getOut();
    }

    @AfterAll
    static void close() {
        a.close();
        b.close();
    }

    @Test
    void what_a_start_makes_was_made_once_and_the_second_said_that_it_waits() {
        assertThat(outputOfTheStart).contains("Another node is starting on this database");
        assertThat(database()
                        .sql("select count(*) from act_re_deployment")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database()
                        .sql("select count(*) from act_ru_job where handler_type_ = 'history-cleanup'")
                        .query(Long.class)
                        .single())
                .as("steps that clean the history, of which each is taken by one node")
                .isEqualTo(1);
        assertThat(doubled("act_re_procdef", "key_")).isEmpty();
        assertThat(doubled("act_re_decision_def", "key_")).isEmpty();
        assertThat(doubled("act_ru_filter", "name_, owner_, query_")).isEmpty();
        assertThat(doubled("act_id_user", "id_")).isEmpty();
        assertThat(doubled("act_ru_authorization", "type_, group_id_, user_id_, resource_type_, resource_id_"))
                .isEmpty();
        assertThat(doubled("exchange_rate", "currency, rate_month")).isEmpty();
        assertThat(count("act_ru_filter")).isPositive();
        assertThat(count("act_id_user")).isPositive();
        assertThat(count("exchange_rate")).isPositive();
    }

    @Test
    void who_has_signed_in_on_one_is_served_by_the_other_with_pages_and_with_tasklist() {
        HttpUser browser = signedIn("frlegal1");

        assertOpen(browser.ledTo(port(b)));
        assertThat(browser.send("POST", ENGINE + "/task/count", "{}").statusCode())
                .as("the token that the other node has given to Tasklist")
                .isEqualTo(200);
        assertOpen(browser.ledTo(port(a)));
    }

    @Test
    void a_form_of_one_node_can_be_sent_to_the_other() {
        HttpUser browser = new HttpUser(port(a), "en");
        String page = browser.get("/sign-in").body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();

        browser.ledTo(port(b));
        assertThat(browser.sendToOurs("POST", "/language", "{}", "another").statusCode())
                .isEqualTo(403);
        assertThat(browser.sendToOurs("POST", "/language", "{}", token.group(1)).statusCode())
                .as("refused for its type, not for its token")
                .isNotEqualTo(403);
    }

    @Test
    void an_administrator_of_one_sees_that_both_run() {
        String page = signedIn("admin").get("/admin/system").body();

        assertThat(page).contains(":" + port(a) + "<", ":" + port(b) + "<").doesNotContain(">gone<");
    }

    @Test
    void who_signs_out_on_one_is_out_on_the_other() {
        HttpUser browser = signedIn("frlegal2");
        assertOpen(browser.ledTo(port(b)));
        String cookie = browser.identity().get("Cookie");

        browser.submit("/", "/sign-out", Map.of());

        assertEnded(browser.ledTo(port(a)));
        assertThat(new RawRequest("GET", ENGINE + "/filter/count", Map.of("Cookie", cookie), "")
                        .sendTo(port(a))
                        .status())
                .as("with the cookie of before")
                .isEqualTo(401);
    }

    @Test
    void who_signs_out_of_tasklist_on_one_is_out_on_the_other() {
        HttpUser browser = signedIn("frdoctor");
        assertOpen(browser.ledTo(port(b)));

        assertThat(browser.send("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        assertEnded(browser.ledTo(port(a)));
    }

    @Test
    void a_password_that_is_changed_on_one_ends_the_session_on_the_other() {
        Person person = new Person("demonitor", "", "");
        HttpUser browser = signedIn(person.id());
        assertOpen(browser.ledTo(port(b)));

        a.getBean(People.class).setPassword(person, "Another-2027!", false);

        assertEnded(browser);
    }

    @Test
    void whose_account_ends_on_one_is_out_on_the_other() {
        HttpUser browser = signedIn("dkmonitor");
        assertOpen(browser.ledTo(port(b)));

        a.getBean(People.class).remove(new Person("dkmonitor", "", ""), Instant.parse("2027-03-01T09:00:00Z"));

        assertEnded(browser);
    }

    @Test
    void a_session_outlives_the_node_on_which_it_began() {
        HttpUser browser = signedIn("frmonitor");

        a.close();
        assertOpenPage(browser.ledTo(port(b)));
        a = node();

        assertOpen(browser.ledTo(port(a)));
        assertOpen(browser.ledTo(port(b)));
    }

    @Test
    void a_session_with_an_object_of_a_foreign_class_has_ended_and_nothing_else() {
        HttpUser other = signedIn("frescortleader");
        HttpUser browser = signedIn("esescortleader");
        String key = newestSession();
        database()
                .sql("update web_session_attributes set attribute_bytes = ? where session_primary_id = ? "
                        + "and attribute_name = 'authenticatedUser'")
                .params(SerializationUtils.serialize(new BitSet()), key)
                .update();

        assertEnded(browser);
        assertOpen(other);
        assertThat(sessions(key)).isZero();
    }

    @Test
    void a_request_that_says_nothing_new_writes_no_session() {
        HttpUser browser = signedIn("bgmonitor");
        assertOpen(browser);
        assertOpen(browser.ledTo(port(b)));
        List<String> before = versionsOfRows();

        assertOpen(browser);
        assertOpen(browser.ledTo(port(a)));

        assertThat(versionsOfRows()).isEqualTo(before);
    }

    /** Else a request that is under way with the number of before, which others may know, could bring it back. */
    @Test
    void the_session_of_before_the_sign_in_is_gone_and_not_the_same_under_another_number() {
        HttpUser browser = new HttpUser(port(a), "en");
        browser.get("/sign-in");
        String before = newestSession();

        browser.signIn("itlegal1", HttpUser.PASSWORD);

        assertThat(sessions(before)).isZero();
        assertOpenPage(browser.ledTo(port(b)));
    }

    @Test
    void a_session_ends_eight_hours_after_its_last_request_and_is_removed() {
        HttpUser working = signedIn("fimonitor");
        String kept = newestSession();
        HttpUser gone = signedIn("fidoctor");
        String over = newestSession();
        lastRequest(kept, Duration.ofHours(8).minusMinutes(2));
        lastRequest(over, Duration.ofHours(8).plusSeconds(1));

        b.getBean(JdbcIndexedSessionRepository.class).cleanUpExpiredSessions();

        assertThat(sessions(over)).isZero();
        assertEnded(gone);
        assertOpen(working);
        lastRequest(kept, Duration.ofHours(8).plusSeconds(1));
        assertEnded(working);
    }

    @Test
    void the_table_holds_no_number_that_a_browser_sends() {
        HttpUser browser = signedIn("belegal1");
        String number = browser.cookie("JSESSIONID").orElseThrow().getValue();

        assertThat(database()
                        .sql("select count(*) from web_session where upper(session_id) = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static HttpUser signedIn(String name) {
        return HttpUser.signedIn(port(a), name);
    }

    private static void assertOpen(HttpUser browser) {
        assertOpenPage(browser);
        assertThat(browser.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
    }

    private static void assertOpenPage(HttpUser browser) {
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    private static void assertEnded(HttpUser browser) {
        assertThat(browser.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).contains("/sign-in"));
    }

    private static String newestSession() {
        return database()
                .sql("select primary_id from web_session order by creation_time desc limit 1")
                .query(String.class)
                .single();
    }

    private static void lastRequest(String key, Duration ago) {
        long at = System.currentTimeMillis() - ago.toMillis();
        database()
                .sql("update web_session set last_access_time = ?, expiry_time = ? where primary_id = ?")
                .params(at, at + Duration.ofHours(8).toMillis(), key)
                .update();
    }

    private static long sessions(String key) {
        return database()
                .sql("select count(*) from web_session where primary_id = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** PostgreSQL writes each row anew that is changed, under the number of the transaction that did it. */
    private static List<String> versionsOfRows() {
        return database()
                .sql("select primary_id || xmin from web_session union all "
                        + "select session_primary_id || attribute_name || xmin from web_session_attributes order by 1")
                .query(String.class)
                .list();
    }

    private static long count(String table) {
        return database().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> doubled(String table, String columns) {
        return database()
                .sql("select concat_ws(' ', " + columns + ") from " + table + " group by " + columns
                        + " having count(*) > 1")
                .query(String.class)
                .list();
    }

    private static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                DATABASE.get("JOINTFLIGHTS_DATABASE_URL"),
                DATABASE.get("JOINTFLIGHTS_DATABASE_USER"),
                DATABASE.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    }

    private static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(JointFlightsApplication.class)
                .profiles("example")
                .run(
                        "--spring.datasource.url=" + DATABASE.get("JOINTFLIGHTS_DATABASE_URL"),
                        "--spring.datasource.username=" + DATABASE.get("JOINTFLIGHTS_DATABASE_USER"),
                        "--spring.datasource.password=" + DATABASE.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                        "--camunda.bpm.database.type=postgres",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--jointflights.example-flights=false",
                        "--server.port=0");
    }
}
