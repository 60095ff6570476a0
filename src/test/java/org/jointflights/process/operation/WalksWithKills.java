package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walks of {@code RandomWalksOnTheModelsTest} on an H2 file and on PostgreSQL, in one process after the other: each is halted at a random commit,
 * or between two, and the next goes on with the flight at hand from what is stored. After every step that is stored what the rules
 * say. {@code -Dwalks.kill=20} halts so many, {@code -Dwalks.seed=1} walks others.
 */
class WalksWithKills {

    private static final int KILLS = Integer.getInteger("walks.kill", 20);
    private static final long SEED = Long.getLong("walks.seed", 20261127);

    @TempDir
    Path folder;

    @Test
    void what_was_committed_is_there_what_was_not_is_not_and_the_flight_goes_on() throws Exception {
        walks(List.of("jdbc:h2:file:" + folder.resolve("walks") + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=1024", "sa", ""));
    }

    @Test
    void the_same_on_postgresql() throws Exception {
        Map<String, String> database = PostgresServer.environment();
        walks(List.of(
                database.get("JOINTFLIGHTS_DATABASE_URL"),
                database.get("JOINTFLIGHTS_DATABASE_USER"),
                database.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    }

    private void walks(List<String> database) throws Exception {
        Path journal = Files.createFile(folder.resolve("journal"));
        int walk = 0;
        int done = 0;
        for (int life = 0; life <= KILLS; life++) {
            boolean isLast = life == KILLS;
            Path log = folder.resolve("life" + life + ".log");
            int end = live(database, journal, walk, done, life, isLast, log);
            assertThat(end)
                    .as(() -> "walk from %s%n%s".formatted(lines(journal), endOf(log)))
                    .isEqualTo(isLast ? 0 : WalkingLife.HALTED);
            List<String> steps = lines(journal).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            String[] last = (steps.isEmpty() ? "0 0" : steps.get(steps.size() - 1)).split(" ", 3);
            boolean isOver = last[1].equals("over");
            walk = Integer.parseInt(last[0]) + (isOver ? 1 : 0);
            done = isOver ? 0 : Integer.parseInt(last[1]);
        }
        List<String> all = lines(journal);
        System.out.printf(
                "%d processes halted: %s%n%d flights walked to their end%n",
                KILLS,
                List.of("BEFORE_COMMIT", "AFTER_COMMIT", "BETWEEN").stream()
                        .map(how -> all.stream().filter(("# " + how)::equals).count() + " " + how)
                        .toList(),
                all.stream().filter(line -> line.contains(" over ")).count());
    }

    private int live(List<String> database, Path journal, int walk, int done, int life, boolean isLast, Path log)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WalkingLife.class.getName(),
                journal.toString(),
                Long.toString(SEED),
                Integer.toString(walk),
                Integer.toString(done),
                Integer.toString(life),
                Boolean.toString(isLast)));
        command.addAll(database);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String endOf(Path log) {
        List<String> lines = lines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
    }
}
