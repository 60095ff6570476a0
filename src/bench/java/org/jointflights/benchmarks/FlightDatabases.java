package org.jointflights.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.process.TestClock;
import org.springframework.context.ConfigurableApplicationContext;

/** Databases with flights that were played and their copies, made once in a folder. */
final class FlightDatabases implements AutoCloseable {

    private static final PrintStream OUT = System.out;
    static final String PLAYED = "played";

    /** The copies of those that are open lie less than a month earlier, of those that are closed three years. */
    private static final int DAYS_OPEN = 25;

    private static final int DAYS_CLOSED = 1_000;

    private final KeptServer server;
    private final int kept;
    private final TestClock clock = new TestClock();

    /** The engine's history is that of so many days. */
    FlightDatabases(Path folder, int kept) throws Exception {
        this.kept = kept;
        server = new KeptServer(folder);
        clock.set(PlayedFlights.NOW);
        if (!server.has(PLAYED)) {
            make("playing", "template0", () -> {
                try (ConfigurableApplicationContext application = start("playing")) {
                    new PlayedFlights(application, clock).play();
                }
            });
            server.rename("playing", PLAYED);
        }
    }

    private interface Filling {
        void fill() throws Exception;
    }

    private void make(String database, String other, Filling filling) throws Exception {
        long begun = System.nanoTime();
        server.drop(database);
        server.create(database, other);
        filling.fill();
        OUT.printf("Made %s in %d seconds.%n", database, (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** One with that number of flights that are open and of those that are closed, the played ones among them. */
    String of(int open, int closed) throws Exception {
        String name = "flights_" + open + "_" + closed + "_" + kept;
        if (!server.has(name)) {
            make("filling", PLAYED, () -> fill("filling", open, closed));
            server.rename("filling", name);
        }
        return name;
    }

    private void fill(String database, int open, int closed) throws SQLException {
        try (Connection connection = server.connection(database)) {
            List<String> running = references(connection, "<>");
            List<String> over = references(connection, "=");
            CopiedFlights copies = new CopiedFlights(connection, kept);
            int first = 1;
            first = copy(copies, running, first, open - running.size(), DAYS_OPEN);
            copy(copies, over, first, closed - over.size(), DAYS_CLOSED);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
    }

    /** As many of each as of the others, or one more. */
    private static int copy(CopiedFlights copies, List<String> originals, int first, int number, int days)
            throws SQLException {
        int next = first;
        for (int i = 0; i < originals.size() && number > 0; i++) {
            int some = number / originals.size() + (i < number % originals.size() ? 1 : 0);
            if (some > 0) {
                copies.copy(originals.get(i), next, some, days);
            }
            next += some;
        }
        return next;
    }

    /** Of the flights whose stage is, or is not, the last one. */
    List<String> references(String database, String comparedWithClosed) throws SQLException {
        try (Connection connection = server.connection(database)) {
            return references(connection, comparedWithClosed);
        }
    }

    private static List<String> references(Connection connection, String comparison) throws SQLException {
        List<String> references = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select reference from flight where stage " + comparison + " 'CLOSED' order by reference")) {
            while (found.next()) {
                references.add(found.getString(1));
            }
        }
        return references;
    }

    ConfigurableApplicationContext start(String database) {
        return ExampleApplication.start(
                clock, context -> {}, "postgres", server.url(database), KeptServer.USER, KeptServer.PASSWORD);
    }

    Connection connection(String database) throws SQLException {
        return server.connection(database);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
