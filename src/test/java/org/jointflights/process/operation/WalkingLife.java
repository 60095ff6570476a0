package org.jointflights.process.operation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.jointflights.JointFlightsApplication;
import org.jointflights.domain.operation.Course;
import org.jointflights.domain.operation.Move;
import org.jointflights.domain.operation.RandomWalk;
import org.jointflights.domain.operation.World;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A process that walks flights at random, one after the other, and is halted on its way: before a commit, after one, or between
 * two things that people do. The process after it goes on with the same flight from what is stored. {@link WalksWithKills} starts
 * one after the other.
 *
 * <p>A walk is the same whoever walks it, so that what was done before is walked over the rules alone. How much that was stands in
 * a journal.
 */
final class WalkingLife {

    /** How a process ends that was halted. */
    static final int HALTED = 77;

    private static final int FEWEST_CALLS = 10;
    private static final int MOST_CALLS = 250;

    /** Where it is halted. */
    private enum Death {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        BETWEEN
    }

    /** What the process that writes it has done. */
    record Journal(Path path) {

        void write(String line) {
            try {
                Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Journal journal;
    private final Random random;
    private int callsToLive;
    private @Nullable Death death;

    private WalkingLife(Journal journal, Random random, boolean isLast) {
        this.journal = journal;
        this.random = random;
        this.callsToLive = isLast ? Integer.MAX_VALUE : FEWEST_CALLS + random.nextInt(MOST_CALLS - FEWEST_CALLS);
    }

    /**
     * Journal, seed of the walks, the walk to go on with, how much of it is done, which life it is, whether it is the last, and the
     * database: its address, and who signs in there with which password.
     */
    public static void main(String[] args) throws Exception {
        int life = Integer.parseInt(args[4]);
        boolean isLast = Boolean.parseBoolean(args[5]);
        long seed = Long.parseLong(args[1]);
        WalkingLife living = new WalkingLife(new Journal(Path.of(args[0])), new Random(seed + life), isLast);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        JointFlightsApplication.class, TestClock.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(living.halting()))
                .run(
                        "--spring.profiles.active=example",
                        "--spring.datasource.url=" + args[6],
                        "--spring.datasource.username=" + args[7],
                        "--spring.datasource.password=" + args[8],
                        "--jointflights.example-flights=false",
                        "--jointflights.sign-in.password-cost=4",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.webapp.enabled=false");
        application.getBean(TestClock.class).set(TestClock.START);
        int number = Integer.parseInt(args[2]);
        int done = Integer.parseInt(args[3]);
        do {
            living.walk(application, seed, number, done);
            number++;
            done = 0;
        } while (!isLast);
        application.close();
    }

    private void walk(ConfigurableApplicationContext application, long seed, int number, int done) {
        WalkedFlight flight = new WalkedFlight(application, Optional::empty, true);
        var seen = new RandomWalk(seed, number, new Going(flight, number, done)).walk();
        journal.write(number + " over " + seen);
    }

    /** Whatever commits is halted when its time has come. */
    private BeanPostProcessor halting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Halting(source) : bean;
            }
        };
    }

    private final class Halting extends DelegatingDataSource {

        Halting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    WalkingLife.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        boolean commits = method.getName().equals("commit");
                        if (commits && death == Death.BEFORE_COMMIT) {
                            halt();
                        }
                        try {
                            Object result = method.invoke(connection, arguments);
                            if (commits && death == Death.AFTER_COMMIT) {
                                halt();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw Objects.requireNonNull(e.getCause());
                        }
                    });
        }
    }

    private void halt() {
        journal.write("# " + death);
        Runtime.getRuntime().halt(HALTED);
    }

    /** Walks on from where the process before was halted. */
    private final class Going implements World {

        private final WalkedFlight flight;
        private final int number;
        private final int before;
        private int calls;
        private @Nullable Course course;

        Going(WalkedFlight flight, int number, int before) {
            this.flight = flight;
            this.number = number;
            this.before = before;
        }

        private void call(Runnable done) {
            calls++;
            if (calls <= before) {
                return;
            }
            if (calls == before + 1 && before > 0) {
                flight.resumes(Objects.requireNonNull(course));
            }
            done.run();
            journal.write(number + " " + calls);
        }

        /** What is one transaction or many, of which each is done or not. */
        private void mortal(boolean isOneTransaction, Runnable done) {
            call(() -> {
                callsToLive--;
                if (callsToLive <= 0) {
                    death = switch (random.nextInt(3)) {
                        case 0 -> Death.BETWEEN;
                        case 1 -> isOneTransaction ? Death.BEFORE_COMMIT : Death.AFTER_COMMIT;
                        default -> Death.BEFORE_COMMIT;
                    };
                }
                done.run();
            });
            if (death == Death.BETWEEN) {
                halt();
            }
            death = null;
        }

        @Override
        public void begins(Course begun) {
            course = begun;
            call(() -> flight.begins(begun));
        }

        @Override
        public void opensAnew(Course here) {
            call(() -> flight.opensAnew(here));
        }

        @Override
        public void passes(Instant now) {
            flight.passes(now);
        }

        @Override
        public void plays(Move move, boolean accepted) {
            mortal(true, () -> flight.plays(move, accepted));
        }

        /** Processes are really halted here; on PostgreSQL an act that is undone from outside would wait for itself. */
        @Override
        public void losesByCrash(Move move) {
            if (!(move instanceof Move.Act)) {
                call(() -> flight.losesByCrash(move));
            }
        }

        @Override
        public void works(Course here, boolean crash) {
            mortal(false, () -> flight.works(here, crash));
        }

        @Override
        public void agrees(Course here) {
            call(() -> flight.agrees(here));
        }

        @Override
        public void ends(Course here) {
            call(() -> flight.ends(here));
        }
    }
}
