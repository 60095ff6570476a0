package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database's server is away for as long as the property {@code faults.outage} says, 20 s unless it is set, while people read,
 * propose flights and the job executor makes what follows from that. Run by name; see docs/faults.md.
 */
class PostgresAway {

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("faults.outage", 20));
    private static final String SENTENCE = "The database does not answer at the moment";

    /** Of an answer that was half sent when the server went. */
    private static final int BROKEN_OFF = 0;

    /** An answer, and how long it took. */
    private record Told(String what, int status, boolean sentence, long milliseconds) {}

    private interface Act {
        void run() throws Exception;
    }

    @TempDir
    Path folder;

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Boolean> ready = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private OwnPostgres server;
    private Map<String, String> environment;
    private ApplicationProcess application;
    private int healthPort;

    @BeforeEach
    void start() throws Exception {
        server = OwnPostgres.in(folder.resolve("data"));
        environment = server.database();
        healthPort = ApplicationProcess.freePort();
        application = ApplicationProcess.start(
                folder, ProductionSettings.on(environment, "--management.server.port=" + healthPort));
    }

    @AfterEach
    void end() throws Exception {
        over = true;
        application.kill();
        server.stopAtOnce();
    }

    @Test
    void a_server_that_is_gone() throws Exception {
        meanwhile(server::stopAtOnce, server::startAgain, Duration.ofSeconds(12));
    }

    @Test
    void a_server_that_says_nothing() throws Exception {
        meanwhile(server::suspend, server::resume, Duration.ofSeconds(30));
    }

    private void meanwhile(Act away, Act back, Duration bound) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> people = new ArrayList<>();
        HttpUser reader = HttpUser.signedIn(application.port(), "gbcoordinator");
        people.add(threads.submit(() -> repeat("page", () -> reader.get("/flights"))));
        HttpUser list = HttpUser.signedIn(application.port(), "manager1");
        people.add(threads.submit(() -> repeat("api", () -> list.get("/api/flights"))));
        HttpUser tasks = HttpUser.signedIn(application.port(), "frlegal1");
        people.add(threads.submit(() -> repeat("tasklist", () -> tasks.get(ENGINE + "/filter/count"))));
        HttpUser stranger = new HttpUser(application.port(), "en");
        people.add(threads.submit(() -> repeat("sign-in", () -> stranger.get("/sign-in"))));
        HttpUser coordinator = HttpUser.signedIn(application.port(), "frcoordinator");
        people.add(threads.submit(() -> repeat("propose", () -> propose(coordinator))));
        HttpUser probe = new HttpUser(healthPort, "en");
        people.add(threads.submit(() -> repeat("ready", () -> {
            HttpResponse<String> answer = probe.get("/actuator/health/readiness");
            ready.add(answer.statusCode() == 200);
            return answer;
        })));
        pause(Duration.ofSeconds(5));
        int acknowledgedBefore = acknowledged.size();

        away.run();
        pause(OUTAGE);
        back.run();

        Instant since = Instant.now();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ready.get(ready.size() - 1) && acknowledged.size() > acknowledgedBefore + 1);
        Duration recovery = Duration.between(since, Instant.now());
        pause(Duration.ofSeconds(10));
        over = true;
        threads.shutdown();
        for (Future<?> each : people) {
            each.get();
        }

        report(recovery);
        assertThat(told)
                .allMatch(one -> one.status() < 500
                        || (one.status() == 503 && (one.sentence() || one.what().equals("ready"))));
        assertThat(told).filteredOn(one -> one.status() == BROKEN_OFF).hasSizeLessThan(2);
        assertThat(told).noneMatch(one -> one.milliseconds() > bound.toMillis());
        assertThat(told).as("somebody noticed").anyMatch(one -> one.sentence());
        assertThat(ready.get(0)).isTrue();
        assertThat(ready).contains(false);
        assertThat(recovery).isLessThan(Duration.ofSeconds(30));
        for (HttpUser signedIn : List.of(reader, list, coordinator)) {
            assertThat(signedIn.get("/flights").statusCode())
                    .as("still signed in")
                    .isEqualTo(200);
        }
        assertWhole();
    }

    private void repeat(String what, Supplier<HttpResponse<String>> asking) {
        while (!over) {
            Instant before = Instant.now();
            int status = BROKEN_OFF;
            boolean sentence = false;
            try {
                HttpResponse<String> answer = asking.get();
                status = answer.statusCode();
                sentence = status == 503 && answer.body().contains(SENTENCE);
            } catch (AssertionError brokenOff) {
                LoggerFactory.getLogger(PostgresAway.class).info("{} was broken off: {}", what, brokenOff.getMessage());
            }
            told.add(new Told(
                    what,
                    status,
                    sentence,
                    Duration.between(before, Instant.now()).toMillis()));
            pause(Duration.ofMillis(100));
        }
    }

    private HttpResponse<String> propose(HttpUser coordinator) {
        HttpResponse<String> answer = coordinator.send(
                "POST", ENGINE + "/process-definition/key/jointFlight/submit-form", Kills.proposal("GB, SE"));
        if (answer.statusCode() == 200) {
            acknowledged.add(answer.body().replaceFirst("(?s).*\"businessKey\":\"([^\"]+)\".*", "$1"));
        }
        return answer;
    }

    /** Everything that was acknowledged is there; of the rest all or nothing; no step has lost a try, and none is left. */
    private void assertWhole() {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
        await().atMost(Duration.ofSeconds(100))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(database.sql(
                                        "select count(*) from act_ru_job where duedate_ is null or duedate_ < current_timestamp - interval '20 seconds'")
                                .query(Long.class)
                                .single())
                        .as("steps that wait")
                        .isZero());
        assertThat(database.sql("select reference from flight")
                        .query(String.class)
                        .list())
                .containsAll(acknowledged);
        assertThat(database.sql("select count(*) from act_ru_job where retries_ < 3")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from act_ru_incident")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("""
                                select f.reference from flight f where not exists (select 1 from act_hi_procinst p
                                    where p.business_key_ = f.reference and p.proc_def_key_ = 'jointFlight')
                                """).query(String.class).list()).isEmpty();
        assertThat(database.sql("""
                                select p.business_key_ from act_hi_procinst p where p.proc_def_key_ = 'jointFlight'
                                    and not exists (select 1 from flight f where f.reference = p.business_key_)
                                """).query(String.class).list()).isEmpty();
        assertThat(database.sql("""
                                select f.reference from flight f where 3 <> (select count(*) from participation p
                                    where p.reference = f.reference) and f.reference in (:proposed)
                                """)
                        .param("proposed", List.copyOf(acknowledged))
                        .query(String.class)
                        .list())
                .isEmpty();
        HttpResponse<String> verified =
                HttpUser.signedIn(application.port(), "auditor").get("/verification");
        assertThat(verified.body()).contains("Every entry is what was written, and none is missing.");
    }

    private void report(Duration recovery) {
        Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
        told.forEach(one ->
                statuses.computeIfAbsent(one.what(), none -> new TreeMap<>()).merge(one.status(), 1, Integer::sum));
        long slowest = told.stream().mapToLong(Told::milliseconds).max().orElseThrow();
        long refused = told.stream().filter(Told::sentence).count();
        String log = application.log();
        LoggerFactory.getLogger(PostgresAway.class)
                .info(
                        "{}; slowest answer {} ms; {} flights acknowledged; all again {} ms after the server; {} sentences,"
                                + " {} lines of them in the log, {} lines of stacks",
                        statuses,
                        slowest,
                        acknowledged.size(),
                        recovery.toMillis(),
                        refused,
                        log.lines()
                                .filter(line -> line.contains("was refused: the database"))
                                .count(),
                        log.lines().filter(line -> line.startsWith("\tat ")).count());
        assertThat(log.lines()
                        .filter(line -> line.contains("was refused: the database"))
                        .count())
                .isLessThanOrEqualTo(refused);
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
