package org.jointflights.benchmarks;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.security.HttpUser;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What grows with the flights that are closed, on PostgreSQL: rows, bytes, and how long list, search, page, downloads, both verifications
 * and a backup take. One database after the other is filled as for {@link FlightListTimes}, a hundred flights of each open; the
 * chain of the trail is made true, hashes of versions and accounts are not.
 */
public final class YearsOfFlights {

    private static final PrintStream OUT = System.out;
    private static final int OPEN = 100;
    private static final int WARM_UP = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int times;

    private YearsOfFlights(int times) {
        this.times = times;
    }

    /**
     * The arguments are the folder where the databases are kept, how often each is asked, of how many days the engine has its
     * history, and the numbers of closed flights.
     */
    public static void main(String[] arguments) throws Exception {
        int kept = Integer.parseInt(arguments[2]);
        try (FlightDatabases databases = new FlightDatabases(Path.of(arguments[0]), kept)) {
            for (String size : Arrays.copyOfRange(arguments, 3, arguments.length)) {
                String database = databases.of(OPEN, Integer.parseInt(size));
                OUT.printf("%n## %s closed%n", size);
                try (Connection connection = databases.connection(database)) {
                    ChainedCopies.make(connection);
                    sizes(connection);
                }
                backup(databases, database);
                // A played one, whose accounts can be read.
                String closed =
                        databases.references(FlightDatabases.PLAYED, "=").get(1);
                try (ConfigurableApplicationContext application = databases.start(database)) {
                    new YearsOfFlights(Integer.parseInt(arguments[1])).ask(application, closed);
                }
            }
        }
        System.exit(0);
    }

    private static void sizes(Connection database) throws SQLException {
        rows(database, "our rows", "where relname not like 'act\\_%'");
        rows(database, "the engine's rows, past", "where relname like 'act\\_hi\\_%'");
        rows(database, "the engine's rows, running", "where relname like 'act\\_ru\\_%'");
        print(database, "flights in the engine's history", "select count(distinct root_proc_inst_id_) from act_hi_procinst");
        print(database, "database, MB", "select pg_database_size(current_database()) / 1000000");
        print(
                database,
                "text of versions and accounts, kB",
                "select ((select sum(length(content)) from plan_version)"
                        + " + (select sum(length(content)) from account_statement)) / 1000");
        print(database, "signatures", "select count(*) from signature");
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("""
                        select relname, reltuples::bigint, pg_total_relation_size(oid) / 1000 from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                        order by 3 desc limit 12
                        """)) {
            while (found.next()) {
                OUT.printf("  %s: %d rows, %d kB%n", found.getString(1), found.getLong(2), found.getLong(3));
            }
        }
    }

    private static void rows(Connection database, String what, String which) throws SQLException {
        print(
                database,
                what,
                "select sum(reltuples::bigint) || ', MB: ' || sum(pg_total_relation_size(oid)) / 1000000 from pg_class " + which
                        + " and relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0");
    }

    private static void print(Connection database, String what, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            OUT.printf("%s: %s%n", what, found.getString(1));
        }
    }

    /** With the PostgreSQL client of the machine, if there is one. */
    private static void backup(FlightDatabases databases, String database) throws Exception {
        Path file = Files.createTempFile("years", ".dump");
        try (Connection connection = databases.connection(database)) {
            URI server = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
            ProcessBuilder dump = new ProcessBuilder(
                    "pg_dump", "-Fc", "-h", "localhost", "-p", "" + server.getPort(), "-U", KeptServer.USER, "-f", file.toString(),
                    database);
            dump.environment().put("PGPASSWORD", KeptServer.PASSWORD);
            dump.inheritIO();
            long begun = System.nanoTime();
            int end = dump.start().waitFor();
            OUT.printf("pg_dump: %d ms, %d kB, ended with %d%n", since(begun), Files.size(file) / 1000, end);
        } finally {
            Files.delete(file);
        }
    }

    private void ask(ConfigurableApplicationContext application, String closed) throws Exception {
        timed("verifying the trail", () -> application
                .getBean(VerifyTrail.class)
                .run(List.of())
                .outcome()
                .code());
        timed("verifying the signatures", () -> application.getBean(VerifySignatures.class).run().versions() + " versions");
        int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        for (String reader : List.of("manager1", "frcoordinator", "frfinance1")) {
            Map<String, String> identity = HttpUser.signedIn(port, reader).identity();
            Map<String, String> asked = new LinkedHashMap<>(Map.of("page of a closed flight", "/flights/" + closed));
            asked.put("statement of a closed flight", "/flights/" + closed + "/statement");
            asked.put("list", "/flights");
            asked.put("list, closed", "/flights?stage=CLOSED");
            asked.put("list, a reference", "/flights?text=" + closed);
            asked.put("JSON, 100 flights", "/api/flights?limit=100");
            for (Map.Entry<String, String> one : asked.entrySet()) {
                List<Long> taken = new ArrayList<>();
                for (int i = 0; i < times + WARM_UP; i++) {
                    long begun = System.nanoTime();
                    get(port, identity, one.getValue());
                    if (i >= WARM_UP) {
                        taken.add(System.nanoTime() - begun);
                    }
                }
                taken.sort(null);
                OUT.printf("%s, %s: %.1f ms%n", reader, one.getKey(), taken.get(taken.size() / 2) / 1e6);
            }
        }
        Map<String, String> auditor = HttpUser.signedIn(port, "auditor").identity();
        for (String whole : List.of("/trail.csv", "/flights.csv", "/verification")) {
            timed(whole, () -> get(port, auditor, whole) + " bytes");
        }
    }

    private long get(int port, Map<String, String> identity, String address) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        identity.forEach(request::header);
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " is answered with " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static void timed(String what, Callable<Object> act) throws Exception {
        long begun = System.nanoTime();
        Object done = act.call();
        OUT.printf("%s: %d ms (%s)%n", what, since(begun), done);
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
