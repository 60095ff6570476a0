package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointflights.security.HttpUser.ENGINE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.PostgresServer;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.security.HttpProgram;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * What people see while PostgreSQL is away or full, and that all goes on afterwards. The one connection that the application
 * has here shows besides that no request needs two. {@link PostgresAway} does it with the server itself, and for longer.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({TestClock.class, TasklistUsers.class})
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AWAY = "The database does not answer at the moment";
    private static final String FULL = "The database has no room left to write";
    private static final Map<String, String> DATABASE = PostgresServer.environment();
    private static final Relay RELAY = new Relay(port(DATABASE.get("JOINTFLIGHTS_DATABASE_URL")));

    /** Twice the pool's patience and a second, on a machine that others use too. */
    private static final Duration BOUND = Duration.ofSeconds(6);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String url = DATABASE.get("JOINTFLIGHTS_DATABASE_URL");
        settings.add("spring.datasource.url", () -> url.replace(":" + port(url) + "/", ":" + RELAY.port() + "/"));
        settings.add("spring.datasource.username", () -> DATABASE.get("JOINTFLIGHTS_DATABASE_USER"));
        settings.add("spring.datasource.password", () -> DATABASE.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        settings.add("camunda.bpm.database.type", () -> "postgres");
        settings.add("spring.datasource.hikari.maximum-pool-size", () -> "2");
        settings.add("spring.datasource.hikari.connection-timeout", () -> "500");
        settings.add("spring.datasource.hikari.validation-timeout", () -> "250");
        settings.add("spring.datasource.hikari.data-source-properties.socketTimeout", () -> "1");
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private WorkLog work;

    @Autowired
    private HikariDataSource pool;

    private HttpUser coordinator;

    @BeforeEach
    void somebody_is_at_work() {
        // Flyway alone needs two, at the start.
        pool.setMinimumIdle(1);
        pool.setMaximumPoolSize(1);
        pool.getHikariPoolMXBean().softEvictConnections();
        users.open();
        coordinator = HttpUser.signedIn(port, "gbcoordinator");
    }

    @AfterEach
    void nothing_stands_between() throws IOException {
        RELAY.pass();
        sql("drop trigger if exists no_room on completed_task");
        sql("drop trigger if exists no_room on participation");
    }

    @Test
    void whoever_asks_while_connections_are_refused_is_told_so_and_stays_signed_in(CapturedOutput log)
            throws Exception {
        HttpUser french = new HttpUser(port, "fr");
        french.signIn("frlegal1", HttpUser.PASSWORD);
        int before = log.getOut().length();

        RELAY.refuse();

        assertPage(timed(() -> coordinator.get("/flights")), AWAY);
        assertPage(french.get("/flights"), "La base de données ne répond pas en ce moment");
        assertPage(new HttpUser(port, "en").get("/sign-in"), AWAY);
        assertPage(coordinator.get("/camunda/app/tasklist/default/"), AWAY);
        assertCall(coordinator.get(ENGINE + "/filter/count"), "message");
        assertCall(coordinator.get("/api/flights"), "detail");
        assertCall(HttpProgram.with(port, "jf_" + "a".repeat(43)).get("/api/flights"), "detail");
        assertThat(new HttpUser(healthPort, "en")
                        .get("/actuator/health/readiness")
                        .statusCode())
                .isEqualTo(503);
        assertThat(new HttpUser(healthPort, "en")
                        .get("/actuator/health/liveness")
                        .statusCode())
                .isEqualTo(200);
        RELAY.pass();

        assertThat(lines(log.getOut().substring(before), " was refused: the database is AWAY."))
                .as("one for each")
                .hasSize(7);
        assertThat(log.getOut().substring(before)).doesNotContain("\tat ");
        isBack();
        assertThat(coordinator.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
        assertThat(french.get("/flights").statusCode()).isEqualTo(200);
        assertThat(new HttpUser(healthPort, "en")
                        .get("/actuator/health/readiness")
                        .body())
                .contains("\"db\":{\"status\":\"UP\"}");
    }

    @Test
    void a_database_that_says_nothing_holds_nobody_for_long() throws Exception {
        RELAY.fallSilent();

        assertPage(timed(() -> coordinator.get("/flights")), AWAY);
        assertCall(timed(() -> coordinator.get(ENGINE + "/filter/count")), "message");
        RELAY.pass();

        isBack();
    }

    @Test
    void what_does_not_fit_on_the_disk_is_told_so_and_nothing_of_it_is_there() throws Exception {
        OperationReference flight = proposed();
        Task offer = offer(flight);
        coordinator.send("POST", ENGINE + "/task/" + offer.getId() + "/claim", "{\"userId\":\"gbcoordinator\"}");
        noRoomIn("completed_task");

        HttpResponse<String> told = answer(offer);
        assertCall(told, "message", FULL);
        assertThat(sql("select count(*) from participation where party = 'GB' and returnees > 0 and reference = '"
                        + flight + "'"))
                .isZero();
        assertThat(work.whoCompleted(offer.getId())).isEmpty();

        sql("drop trigger no_room on completed_task");
        assertThat(answer(offer).statusCode()).isEqualTo(204);
        assertThat(work.whoCompleted(offer.getId())).isPresent();
    }

    @Test
    void a_step_that_finds_no_room_keeps_its_three_tries_and_comes_again_a_little_later() throws Exception {
        OperationReference flight = proposed();
        jobs.executeJob(users.timers("boundaryEvent_deadline", flight).get(0).getId());
        Job step = users.jobs(flight).get(0);
        noRoomIn("participation");

        runs(step.getId());

        Job after = jobs.createJobQuery().jobId(step.getId()).singleResult();
        assertThat(after.getRetries()).isEqualTo(3);
        assertThat(after.getDuedate().toInstant()).isAfter(TestClock.START);
        sql("drop trigger no_room on participation");
        jobs.executeJob(step.getId());
        assertThat(jobs.createJobQuery().jobId(step.getId()).count()).isZero();
    }

    private void runs(String job) {
        try {
            jobs.executeJob(job);
        } catch (RuntimeException noRoom) {
            return;
        }
        throw new AssertionError("there was room");
    }

    /** The pool tries again after a while that doubles, ten seconds at most. */
    private void isBack() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> coordinator.get("/flights").statusCode() == 200);
    }

    private OperationReference proposed() {
        return users.as("frcoordinator").proposes(Map.of("embarkations", "CDG", "invited", "GB, SE", "capacity", 300L));
    }

    private Task offer(OperationReference flight) {
        List<String> ours = tasks.createTaskQuery().taskCandidateGroup("GBcoordinator").list().stream()
                .map(Task::getId)
                .toList();
        return users.open("userTask_answerOffer", flight).stream()
                .filter(task -> ours.contains(task.getId()))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> answer(Task offer) throws IOException {
        Map<String, Object> variables = Map.of(
                "takesPart", Map.of("value", "yes"),
                "returnees", Map.of("value", 3),
                "escorts", Map.of("value", 6),
                "embarkation", Map.of("value", "CDG"),
                "answerFinal", Map.of("value", "yes"));
        return coordinator.send(
                "POST",
                ENGINE + "/task/" + offer.getId() + "/submit-form",
                JSON.writeValueAsString(Map.of("variables", variables)));
    }

    private static void noRoomIn(String table) {
        sql("create or replace function no_room() returns trigger language plpgsql as $$ begin "
                + "raise exception 'could not extend file' using errcode = 'disk_full'; end $$");
        sql("create trigger no_room before insert or update on " + table + " for each row execute function no_room()");
    }

    /** Past the application, on a connection that nothing stands between. */
    private static long sql(String statement) {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                DATABASE.get("JOINTFLIGHTS_DATABASE_URL"),
                DATABASE.get("JOINTFLIGHTS_DATABASE_USER"),
                DATABASE.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
        return statement.startsWith("select")
                ? database.sql(statement).query(Long.class).single()
                : database.sql(statement).update();
    }

    private interface Asking {
        HttpResponse<String> ask();
    }

    private static HttpResponse<String> timed(Asking asking) {
        Instant before = Instant.now();
        HttpResponse<String> answer = asking.ask();
        assertThat(Duration.between(before, Instant.now())).isLessThan(BOUND);
        return answer;
    }

    private static void assertPage(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains(sentence, "role=\"alert\"").doesNotContain("Exception", "org.");
    }

    private static void assertCall(HttpResponse<String> answer, String field) throws IOException {
        assertCall(answer, field, AWAY);
    }

    private static void assertCall(HttpResponse<String> answer, String field, String sentence) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.path(field).asText()).startsWith(sentence);
        assertThat(answer.body()).doesNotContain("Exception", "org.");
    }

    private static List<String> lines(String log, String with) {
        return log.lines().filter(line -> line.contains(with)).toList();
    }
}
