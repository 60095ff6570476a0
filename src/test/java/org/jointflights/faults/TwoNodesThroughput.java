package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How many tasks of whole flights two nodes complete in the time in which one does, by the clock and by what they keep processors busy,
 * on one PostgreSQL server, with the same people in front; one node and two nodes by turns, as often as the property
 * {@code faults.rounds} says, each for {@code faults.seconds}.
 */
class TwoNodesThroughput {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesThroughput.class);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("faults.seconds", 60));
    private static final int FLIGHTS = 16;
    private static final int PEOPLE = 8;

    /** Until the virtual machine has compiled what is used. */
    private static final int ACTS_BEFORE = 150;

    /** Fewer have to be shared by the nodes, the database and the people, so that a second node has none of its own. */
    private static final int CORES_FOR_TWO = 8;

    /** What was done while nodes kept processors busy for so long. */
    private record Done(int acts, Duration clock, Duration processor) {

        Done plus(Done other) {
            return new Done(acts + other.acts, clock.plus(other.clock), processor.plus(other.processor));
        }

        double perSecond() {
            return acts * 1000.0 / clock.toMillis();
        }

        double perProcessorSecond() {
            return acts * 1000.0 / processor.toMillis();
        }
    }

    @TempDir
    Path folder;

    private final Map<String, String> environment = PostgresServer.environment();
    private final List<String> arguments = ProductionSettings.on(environment, "--jointflights.example-flights=false");
    private final Players players = new Players(
            JdbcClient.create(new DriverManagerDataSource(
                    environment.get("JOINTFLIGHTS_DATABASE_URL"),
                    environment.get("JOINTFLIGHTS_DATABASE_USER"),
                    environment.get("JOINTFLIGHTS_DATABASE_PASSWORD"))),
            LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(2).plusMinutes(45),
            FLIGHTS,
            1);
    private final List<ApplicationProcess> nodes = new CopyOnWriteArrayList<>();
    private QuickStart application;

    @AfterEach
    void end() throws InterruptedException {
        for (ApplicationProcess node : nodes) {
            node.end();
        }
        nodes.clear();
    }

    @Test
    void two_nodes_do_at_least_nine_tenths_of_what_one_does_with_each_second_of_a_processor() throws Exception {
        application = QuickStart.in(folder);
        ApplicationProcess first = application.first(arguments);
        players.signIn(first.port());
        first.end();
        Done one = new Done(0, Duration.ZERO, Duration.ZERO);
        Done two = one;
        for (int round = 0; round < ROUNDS; round++) {
            one = one.plus(measured(1));
            two = two.plus(measured(2));
            report(one, two);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        LOG.info(
                "{} cores: two nodes do {} times what one does by the clock, {} times by a second of a processor; refused {}",
                cores,
                two.perSecond() / one.perSecond(),
                two.perProcessorSecond() / one.perProcessorSecond(),
                players.refusals());
        assertThat(two.perProcessorSecond()).isGreaterThan(0.9 * one.perProcessorSecond());
        if (cores >= CORES_FOR_TWO) {
            assertThat(two.perSecond()).isGreaterThan(1.7 * one.perSecond());
        }
    }

    private Done measured(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            nodes.add(application.start(arguments));
        }
        players.start(
                PEOPLE,
                () -> nodes.get(ThreadLocalRandom.current().nextInt(number)).port());
        int before = players.acts();
        await().atMost(Duration.ofMinutes(10)).until(() -> players.acts() >= before + ACTS_BEFORE * number);
        int acts = players.acts();
        long clock = System.nanoTime();
        Duration processor = processorTime(nodes);
        LockSupport.parkNanos(MEASURED.toNanos());
        Done done = new Done(
                players.acts() - acts,
                Duration.ofNanos(System.nanoTime() - clock),
                processorTime(nodes).minus(processor));
        players.stop();
        end();
        return done;
    }

    private static Duration processorTime(List<ApplicationProcess> nodes) {
        return nodes.stream().map(ApplicationProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private static void report(Done one, Done two) {
        LOG.info(
                "One node: {} acts, {} a second, {} a second of a processor; two nodes: {} acts, {} a second, {} a second of a processor",
                one.acts(),
                one.perSecond(),
                one.perProcessorSecond(),
                two.acts(),
                two.perSecond(),
                two.perProcessorSecond());
    }
}
