package org.jointflights.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a restart takes on a database that is there already: the packaged application against the engine with its web
 * applications alone, by turns, on the same PostgreSQL server. The jars of both must have been made.
 */
public final class RestartComparison {

    private static final Path OURS = Path.of("target", "joint-flights-1.0.0-SNAPSHOT.jar");
    private static final Path BARE = Path.of("src", "jmh", "bare", "target", "bare-engine-1.0.0-SNAPSHOT.jar");
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in [0-9.]+ seconds");
    private static final PrintStream OUT = System.out;

    private final EmbeddedPostgres server;

    private RestartComparison(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The first argument says how many restarts of each; 7 unless given. */
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 7;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            new RestartComparison(server).compare(runs);
        }
    }

    private void compare(int runs) throws Exception {
        for (String name : List.of("ours", "bare")) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
        }
        OUT.printf("first start: ours %s, bare %s%n", ours(), bare());
        List<Taken> ours = new ArrayList<>();
        List<Taken> bare = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            bare.add(bare());
            ours.add(ours());
            OUT.printf("restart %d: ours %s, bare %s%n", i + 1, ours.get(i), bare.get(i));
        }
        OUT.printf(
                "ratio of the medians of %d restarts: %.2f by the clock, %.2f by the processor%n",
                runs,
                median(ours, Taken::clock) / median(bare, Taken::clock),
                median(ours, Taken::processor) / median(bare, Taken::processor));
    }

    /** In milliseconds; on a machine that does other work besides, the processor's are the ones to compare. */
    private record Taken(long clock, long processor) {

        @Override
        public String toString() {
            return clock + " ms (processor " + processor + " ms)";
        }
    }

    private Taken ours() throws Exception {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "postgres",
                "JOINTFLIGHTS_DATABASE_URL", server.getJdbcUrl("postgres", "ours"),
                "JOINTFLIGHTS_DATABASE_USER", "postgres",
                "JOINTFLIGHTS_DATABASE_PASSWORD", "postgres",
                "JOINTFLIGHTS_PORT", "0",
                "JOINTFLIGHTS_HEALTH_PORT", "0",
                "JOINTFLIGHTS_PROXY", "127.0.0.1",
                "JOINTFLIGHTS_ADMIN_PASSWORD", "One-Secret-1",
                "JOINTFLIGHTS_ADMIN2_PASSWORD", "Two-Secrets-2"));
        return started(OURS, settings);
    }

    private Taken bare() throws Exception {
        return started(
                BARE,
                Map.of(
                        "SERVER_PORT", "0",
                        "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "bare"),
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SPRING_DATASOURCE_PASSWORD", "postgres"));
    }

    /** From the command to the line in which Spring says that it has started; what was said is kept beside the jar. */
    private static Taken started(Path jar, Map<String, String> settings) throws IOException, InterruptedException {
        Path log = jar.resolveSibling("restart.log");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true);
        command.environment().putAll(settings);
        long begun = System.nanoTime();
        Process process = command.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    long clock = (System.nanoTime() - begun) / 1_000_000;
                    long processor = process.info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toMillis();
                    Files.writeString(log, said);
                    return new Taken(clock, processor);
                }
            }
            throw new IllegalStateException(jar + " did not start:\n" + said);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static double median(List<Taken> all, ToLongFunction<Taken> kind) {
        return all.stream().mapToLong(kind).sorted().toArray()[all.size() / 2];
    }
}
