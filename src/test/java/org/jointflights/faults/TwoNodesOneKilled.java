package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.faults.Person.Acknowledged;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two nodes on one PostgreSQL server, whole flights through both, each request to either; one of the two, now this and now that, is
 * killed at a random moment, every second time just when a step is somebody's, and started again, as often as the property {@code faults.kills} says, fifty times unless it is set.
 */
class TwoNodesOneKilled {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesOneKilled.class);
    private static final int KILLS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", 20261127L);
    private static final int FLIGHTS = 8;
    private static final int PEOPLE = 3;
    private static final long LONGEST = 2_000_000_000;

    /** As long as a node keeps what it has taken, and until the other one looks again (docs/production.md). */
    private static final Duration LOCK = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofSeconds(15);

    /** Steps that were somebody's at a kill, until they are done. */
    private record Taken(Instant killed, Set<String> steps) {}

    @TempDir
    Path folder;

    private final Map<String, String> environment = PostgresServer.environment();
    private final DriverManagerDataSource source = new DriverManagerDataSource(
            environment.get("JOINTFLIGHTS_DATABASE_URL"),
            environment.get("JOINTFLIGHTS_DATABASE_USER"),
            environment.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
    private final JdbcClient database = JdbcClient.create(source);
    private final List<String> arguments = ProductionSettings.on(environment, "--jointflights.example-flights=false");
    private final List<ApplicationProcess> nodes = new CopyOnWriteArrayList<>();
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(SEED);
    private final LocalDateTime departure =
            LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(2).plusMinutes(45);
    private final Players players = new Players(database, departure, FLIGHTS, SEED);
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private volatile Duration longest = Duration.ZERO;
    private final AtomicInteger leftBehind = new AtomicInteger();

    @AfterEach
    void end() throws InterruptedException {
        looking.shutdownNow();
        for (ApplicationProcess node : nodes) {
            node.kill();
        }
    }

    @Test
    void nothing_is_lost_and_nothing_doubled_when_one_of_two_nodes_is_killed_and_the_other_goes_on() throws Exception {
        QuickStart application = QuickStart.in(folder);
        ApplicationProcess first = application.first(arguments);
        players.signIn(first.port());
        first.end();
        nodes.add(application.start(arguments));
        nodes.add(application.start(arguments));
        players.start(
                PEOPLE,
                () -> nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()))
                        .port());
        ScheduledFuture<?> unused = looking.scheduleWithFixedDelay(this::look, 0, 250, TimeUnit.MILLISECONDS);
        int meanwhile = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            awaitActs(1);
            pause(random.nextLong(LONGEST));
            if (kill % 2 == 0) {
                awaitTakenStep();
            }
            int one = random.nextInt(nodes.size());
            nodes.get(one).kill();
            note();
            List<Acknowledged> acknowledged = players.acknowledged();
            int before = acknowledged.size();
            assertWhole(acknowledged);
            awaitActs(1);
            nodes.set(one, application.start(arguments));
            meanwhile += players.acts() - before;
            LOG.info(
                    "Kill {}: {} acts, {} of them while one node was away, {} flights proposed, {} closed, {} requests unanswered; "
                            + "steps left behind {}, the longest for {}; refused {}",
                    kill,
                    players.acts(),
                    meanwhile,
                    players.proposed().size(),
                    count("select count(*) from flight where stage = 'CLOSED'"),
                    players.brokenOff(),
                    leftBehind,
                    longest,
                    players.refusals());
        }
        await().atMost(LOCK.plus(LOOK).plusSeconds(30)).until(taken::isEmpty);
        players.stop();
        await().atMost(LOCK.plus(LOOK))
                .until(() -> count("select count(*) from act_ru_job where lock_owner_ is not null "
                                + "or duedate_ is null or duedate_ < now()")
                        == 0);
        List<Acknowledged> acknowledged = players.acknowledged();
        assertWhole(acknowledged);
        assertThat(database.sql("select reference from flight")
                        .query(String.class)
                        .list())
                .containsAll(players.proposed());
        nodes.forEach(node -> Kills.assertVerifies(node.port()));
        LOG.info(
                "All whole after {} kills with seed {}: {} acts acknowledged, {} of them while one node was away, {} flights closed; "
                        + "{} steps left behind, the longest for {}",
                KILLS,
                SEED,
                acknowledged.size(),
                meanwhile,
                count("select count(*) from flight where stage = 'CLOSED'"),
                leftBehind,
                longest);
        assertThat(longest).as("done by the other one").isLessThanOrEqualTo(LOCK.plus(LOOK));
    }

    private void awaitActs(int more) {
        int before = players.acts();
        await().atMost(Duration.ofMinutes(2)).until(() -> players.acts() >= before + more);
    }

    /** A step takes milliseconds: few kills would meet one. */
    private void awaitTakenStep() {
        long end = System.nanoTime() + LONGEST;
        while (System.nanoTime() < end
                && count("select count(*) from act_ru_job where lock_exp_time_ > now() + interval '55 seconds'") == 0) {
            Thread.onSpinWait();
        }
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void note() {
        taken.add(new Taken(
                Instant.now(),
                new TreeSet<>(
                        database.sql("select id_ || ' ' || lock_owner_ from act_ru_job where lock_owner_ is not null")
                                .query(String.class)
                                .list())));
    }

    /** Steps of the node that lives on are done in no time; those of the other one when it finds them. */
    private void look() {
        Set<String> now = Set.copyOf(
                database.sql("select id_ || ' ' || lock_owner_ from act_ru_job where lock_owner_ is not null")
                        .query(String.class)
                        .list());
        for (Iterator<Taken> each = taken.iterator(); each.hasNext(); ) {
            Taken one = each.next();
            Duration passed = Duration.between(one.killed(), Instant.now());
            int before = one.steps().size();
            one.steps().removeIf(step -> !now.contains(step));
            if (one.steps().size() < before && passed.compareTo(Duration.ofSeconds(3)) > 0) {
                leftBehind.addAndGet(before - one.steps().size());
                longest = passed.compareTo(longest) > 0 ? passed : longest;
            }
            if (one.steps().isEmpty()) {
                each.remove();
            }
        }
    }

    /** As it is at one moment, while work goes on. */
    private void assertWhole(List<Acknowledged> acknowledged) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            WholeDatabase.assertWhole(
                    JdbcClient.create(new SingleConnectionDataSource(connection, true)), acknowledged);
            connection.rollback();
        }
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
