package org.jointflights.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * How long a restart takes on a database that is there already: the packaged application against the engine with its web
 * applications alone, by turns, on the same PostgreSQL server; each as its jar, and each unpacked with an archive of its
 * classes, as docs/production.md starts it. The jars of both must have been made.
 */
public final class RestartComparison {

    private static final Path OURS = Path.of("target", "joint-flights-1.0.0-SNAPSHOT.jar");
    private static final Path BARE = Path.of("src", "bench", "bare", "target", "bare-engine-1.0.0-SNAPSHOT.jar");
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
        Application ours = new Application("ours", OURS, ours());
        Application bare = new Application("bare", BARE, bare());
        OUT.printf("first start: ours %s, bare %s%n", ours.started(), bare.started());
        List<Application> all = List.of(bare, ours, bare.unpacked(), ours.unpacked());
        Map<Application, List<Taken>> taken = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            for (Application one : all) {
                Taken restart = one.started();
                taken.computeIfAbsent(one, none -> new ArrayList<>()).add(restart);
                OUT.printf("restart %d: %s %s%n", i + 1, one.name(), restart);
            }
        }
        List<Taken> measure = taken.get(bare);
        taken.forEach((one, restarts) -> OUT.printf(
                "%s: median of %d restarts %.1f s; against the bare jar %.2f by the clock, %.2f by the processor%n",
                one.name(),
                runs,
                median(restarts, Taken::clock) / 1000,
                median(restarts, Taken::clock) / median(measure, Taken::clock),
                median(restarts, Taken::processor) / median(measure, Taken::processor)));
    }

    /** In milliseconds; on a machine that does other work besides, the processor's are the ones to compare. */
    private record Taken(long clock, long processor) {

        @Override
        public String toString() {
            return clock + " ms (processor " + processor + " ms)";
        }
    }

    private Map<String, String> ours() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE", "postgres",
                "JOINTFLIGHTS_DATABASE_URL", server.getJdbcUrl("postgres", "ours"),
                "JOINTFLIGHTS_DATABASE_USER", "postgres",
                "JOINTFLIGHTS_DATABASE_PASSWORD", "postgres",
                "JOINTFLIGHTS_PORT", "0",
                "JOINTFLIGHTS_HEALTH_PORT", "0",
                "JOINTFLIGHTS_PROXY", "127.0.0.1",
                "JOINTFLIGHTS_ADMIN_PASSWORD", "One-Secret-1",
                "JOINTFLIGHTS_ADMIN2_PASSWORD", "Two-Secrets-2");
    }

    private Map<String, String> bare() {
        return Map.of(
                "SERVER_PORT", "0",
                "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "bare"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    /** Something that is started by a jar, with options of the virtual machine. */
    private record Application(String name, Path jar, Map<String, String> settings, List<String> options) {

        Application(String name, Path jar, Map<String, String> settings) {
            this(name, jar, settings, List.of());
        }

        /** The same from a folder, with the classes that a start before has loaded in an archive. */
        Application unpacked() throws Exception {
            Path folder = jar.resolveSibling("unpacked");
            Process unpacking = command(List.of("-Djarmode=tools"), jar, "extract", "--force", "--destination", folder + "")
                    .start();
            unpacking.getInputStream().transferTo(OUT);
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException(jar + " was not unpacked");
            }
            Path archive = folder.resolve("classes.jsa");
            Path there = folder.resolve(jar.getFileName());
            new Application(name, there, settings, List.of("-XX:ArchiveClassesAtExit=" + archive)).started();
            return new Application(
                    name + " unpacked with its classes", there, settings, List.of("-XX:SharedArchiveFile=" + archive));
        }

        /** From the command to the line in which Spring says that it has started; what was said is kept beside the jar. */
        Taken started() throws IOException, InterruptedException {
            ProcessBuilder command = command(options, jar);
            command.environment().putAll(settings);
            long begun = System.nanoTime();
            Process process = command.start();
            var lines = process.inputReader(StandardCharsets.UTF_8);
            try {
                StringBuilder said = new StringBuilder();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (STARTED.matcher(line).find()) {
                        long clock = (System.nanoTime() - begun) / 1_000_000;
                        long processor = process.info()
                                .totalCpuDuration()
                                .orElseThrow()
                                .toMillis();
                        Files.writeString(jar.resolveSibling("restart.log"), said);
                        return new Taken(clock, processor);
                    }
                }
                throw new IllegalStateException(jar + " did not start:\n" + said);
            } finally {
                // In order, since an archive is written at the end; by its handle, since its last words need a listener.
                process.toHandle().destroy();
                lines.transferTo(Writer.nullWriter());
                process.waitFor();
            }
        }

        private static ProcessBuilder command(List<String> options, Path jar, String... arguments) {
            List<String> line = new ArrayList<>(
                    List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
            line.addAll(options);
            line.addAll(List.of("-jar", jar.toString()));
            line.addAll(List.of(arguments));
            return new ProcessBuilder(line).redirectErrorStream(true);
        }
    }

    private static double median(List<Taken> all, ToLongFunction<Taken> kind) {
        return all.stream().mapToLong(kind).sorted().toArray()[all.size() / 2];
    }
}
