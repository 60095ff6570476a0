package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jointflights.JointFlightsApplication;
import org.jointflights.domain.operation.RandomWalk;
import org.jointflights.domain.operation.RandomWalk.Event;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/**
 * The walks of {@code RandomWalksTest}, by the same seeds, on the real models: through the tasks and acts of the people, each of
 * which is lost to a crash now and then before it is done. After every step what is stored says what the rules say. In some walks
 * the application is started anew on the same database.
 * Their flights have a database of their own: other tests look through the whole of theirs.
 * {@code -Dwalks=5000} walks longer than the build, {@code -Dwalk=17} walks the seventeenth alone, and
 * {@code -Dwalks.restart=50} starts anew in every fiftieth; with {@code -Dwalks.claim=1} people claim their tasks in all of them.
 */
@ProcessTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:walks;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024")
class RandomWalksOnTheModelsTest {

    private static final long SEED = 20261127;
    private static final int WALKS = Integer.getInteger("walks", 300);

    /** In every so many walks people claim their tasks as Tasklist does. */
    private static final int CLAIM = Integer.getInteger("walks.claim", 4);

    private static final int RESTART = Integer.getInteger("walks.restart", 300);

    @Autowired
    private ListableBeanFactory application;

    @Autowired
    private Environment settings;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private TestClock clock;

    private final AtomicInteger restarts = new AtomicInteger();
    private final Set<Integer> restartedAmong = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable AssertionError> failed = new AtomicReference<>();

    @BeforeEach
    @AfterEach
    void setTheClocks() {
        users.open();
    }

    @Test
    void rules_and_engine_agree_after_every_step() {
        Integer only = Integer.getInteger("walk");
        if (only != null) {
            walk(only);
            requireNoneFailed();
            return;
        }
        Map<Event, Integer> seen = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(this::walk)
                .reduce(new EnumMap<>(Event.class), RandomWalksOnTheModelsTest::plus);
        requireNoneFailed();

        for (Event event : Event.values()) {
            assertThat(seen.getOrDefault(event, 0))
                    .as("the walks go everywhere: %s", event)
                    .isGreaterThanOrEqualTo(Math.max(1, WALKS / 100));
        }
        assertThat(restarts.get()).isGreaterThanOrEqualTo(WALKS / RESTART);
    }

    private void requireNoneFailed() {
        AssertionError wrong = failed.get();
        if (wrong != null) {
            throw wrong;
        }
    }

    private static Map<Event, Integer> plus(Map<Event, Integer> some, Map<Event, Integer> others) {
        Map<Event, Integer> all = new EnumMap<>(Event.class);
        some.forEach((event, times) -> all.merge(event, times, Integer::sum));
        others.forEach((event, times) -> all.merge(event, times, Integer::sum));
        return all;
    }

    /** After the first that fails none is begun any more. */
    private Map<Event, Integer> walk(int number) {
        if (failed.get() != null) {
            return Map.of();
        }
        try (Restarted restarted = new Restarted(number)) {
            return new RandomWalk(SEED, number, new WalkedFlight(application, restarted::start, number % CLAIM == 0))
                    .walk();
        } catch (AssertionError wrong) {
            failed.compareAndSet(null, wrong);
            return Map.of();
        } finally {
            clock.sameAsOthers();
        }
    }

    /** The same application once more on the same database, for the rest of one walk. */
    private final class Restarted implements AutoCloseable {

        private final int walk;
        private @Nullable ConfigurableApplicationContext started;

        Restarted(int walk) {
            this.walk = walk;
        }

        Optional<ConfigurableApplicationContext> start() {
            // Not every walk comes to where one can be: of so many the first that does.
            if (!restartedAmong.add(walk / RESTART)) {
                return Optional.empty();
            }
            int number = restarts.incrementAndGet();
            ConfigurableApplicationContext application = new SpringApplicationBuilder(
                            JointFlightsApplication.class, TestClock.class)
                    .run(
                            "--spring.profiles.active=example",
                            "--spring.datasource.url="
                                    + Objects.requireNonNull(settings.getProperty("spring.datasource.url")),
                            "--jointflights.example-flights=false",
                            "--jointflights.sign-in.password-cost=4",
                            "--server.port=0",
                            "--management.server.port=0",
                            "--camunda.bpm.job-execution.enabled=false",
                            "--camunda.bpm.process-engine-name=restarted" + number,
                            "--camunda.bpm.webapp.enabled=false");
            started = application;
            return Optional.of(application);
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }
}
