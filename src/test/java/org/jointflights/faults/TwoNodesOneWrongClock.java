package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes as processes on one PostgreSQL server, the clock of one of them five minutes wrong from its start on, and whole flights
 * through both. The wrong clock is the process's own: Debian's libfaketime (package {@code libfaketime}, or where the property
 * {@code faults.faketime} says) stands between it and the system, and can put it right while it runs.
 */
class TwoNodesOneWrongClock {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesOneWrongClock.class);
    private static final Path FAKETIME =
            Path.of(System.getProperty("faults.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"));
    private static final int FLIGHTS = 4;
    private static final int PEOPLE = 4;
    private static final int ACTS = 40;

    /** It compares every half minute, and then looks for steps within a quarter of one; the machine does other things too. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final Map<String, String> environment = PostgresServer.environment();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
            environment.get("JOINTFLIGHTS_DATABASE_URL"),
            environment.get("JOINTFLIGHTS_DATABASE_USER"),
            environment.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    private final List<ApplicationProcess> nodes = new ArrayList<>();
    private final LocalDateTime departure =
            LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(2).plusMinutes(45);

    @AfterEach
    void end() throws InterruptedException {
        for (ApplicationProcess node : nodes) {
            node.kill();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, -300})
    void people_are_told_the_wrong_node_takes_no_step_and_goes_on_by_itself(int seconds) throws Exception {
        assertThat(FAKETIME)
                .as("libfaketime: apt-get install libfaketime, or -Dfaults.faketime=<where it is>")
                .exists();
        QuickStart application = QuickStart.in(folder);
        Players players = new Players(database, departure, FLIGHTS, seconds);
        ApplicationProcess first = application.first(arguments(0));
        players.signIn(first.port());
        first.end();
        Path offset = Files.writeString(folder.resolve("offset"), "%+d".formatted(seconds));
        int healthPort = ApplicationProcess.freePort();
        ApplicationProcess right = application.start(arguments(0));
        nodes.add(right);
        ApplicationProcess wrong = application.start(
                Map.of(
                        "LD_PRELOAD",
                        FAKETIME.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"),
                arguments(healthPort));
        nodes.add(wrong);

        List<Integer> both = List.of(right.port(), wrong.port());
        players.start(PEOPLE, () -> both.get(ThreadLocalRandom.current().nextInt(2)));
        await().atMost(Duration.ofMinutes(5)).until(() -> players.acts() >= ACTS);
        assertTold(right, wrong, healthPort, seconds);

        right.kill();
        players.stop();
        int before = players.acts();
        players.start(1, wrong::port);
        // Without anybody who takes steps people run out of tasks.
        await().atMost(Duration.ofMinutes(2)).until(() -> steps() > 0 && tasks() == 0);
        assertNobodyTakesSteps(Duration.ofSeconds(35));
        int meanwhile = players.acts() - before;

        Files.writeString(offset, "+0");
        long corrected = System.nanoTime();
        int withoutSteps = players.acts();
        await().atMost(BY_ITSELF).until(() -> players.acts() > withoutSteps);
        Duration until = Duration.ofNanos(System.nanoTime() - corrected);
        assertThat(wrong.log()).contains("is right again; it takes automatic steps again");
        assertThat(health(healthPort, "").statusCode()).isEqualTo(200);
        players.stop();
        await().atMost(BY_ITSELF).until(() -> steps() == 0);

        WholeDatabase.assertWhole(database, players.acknowledged());
        assertThat(database.sql("select reference from flight")
                        .query(String.class)
                        .list())
                .containsAll(players.proposed());
        Kills.assertVerifies(wrong.port());
        LOG.info(
                "Clock wrong by {} s: {} acts acknowledged, {} of them by the wrong node alone, none lost; it went on {} after its clock was"
                        + " right; {} requests unanswered, refused {}",
                seconds,
                players.acts(),
                meanwhile,
                until,
                players.brokenOff(),
                players.refusals());
    }

    private static void assertTold(ApplicationProcess right, ApplicationProcess wrong, int healthPort, int seconds) {
        assertThat(wrong.log())
                .containsPattern("The clock of this node differs by " + seconds / 10
                        + "\\d seconds|The clock of this node differs by " + (seconds - Integer.signum(seconds)) / 10
                        + "\\d seconds");
        assertThat(right.log()).doesNotContain("The clock of this node differs");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> HttpUser.signedIn(right.port(), "admin")
                        .get("/admin/system")
                        .body()
                        .contains("It takes no automatic steps until that is put right, and then goes on by itself."));
        assertThat(health(healthPort, "").statusCode()).isEqualTo(503);
        assertThat(health(healthPort, "").body()).contains("\"clock\":{\"status\":\"DOWN\"}");
        assertThat(health(healthPort, "/readiness").statusCode()).isEqualTo(200);
    }

    private void assertNobodyTakesSteps(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long waiting = steps();
        while (System.nanoTime() < end) {
            assertThat(steps()).as("due, and nobody takes them").isEqualTo(waiting);
            assertThat(count("select count(*) from act_ru_job where lock_exp_time_ > now()"))
                    .as("taken")
                    .isZero();
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** Due, whether somebody has taken them or not. */
    private long steps() {
        return count("select count(*) from act_ru_job where duedate_ is null or duedate_ < now()");
    }

    private long tasks() {
        return count("select count(*) from open_task");
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private List<String> arguments(int healthPort) {
        List<String> arguments =
                new ArrayList<>(ProductionSettings.on(environment, "--jointflights.example-flights=false"));
        if (healthPort > 0) {
            arguments.add("--management.server.port=" + healthPort);
        }
        return arguments;
    }

    private static java.net.http.HttpResponse<String> health(int port, String part) {
        return new HttpUser(port, "en").get("/actuator/health" + part);
    }
}
