package org.jointflights.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, which it ends, suspends and starts again. */
final class OwnPostgres {

    private final Path data;
    private final int port;
    private final EmbeddedPostgres server;

    /** How it was begun. */
    private final List<String> command = new ArrayList<>();

    private OwnPostgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        ProcessHandle.Info info = postmaster().info();
        if (System.getProperty("user.name").equals("root")) {
            // The server does not run as root, and the tests' own way out is this.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
    }

    static OwnPostgres in(Path data) throws IOException {
        return new OwnPostgres(data, ApplicationProcess.freePort());
    }

    /** An empty database that belongs to a user of its own. */
    Map<String, String> database() throws SQLException {
        execute("create user flights password 'secret'");
        execute("create database flights owner flights");
        return Map.of(
                "JOINTFLIGHTS_DATABASE_URL",
                "jdbc:postgresql://localhost:" + port + "/flights",
                "JOINTFLIGHTS_DATABASE_USER",
                "flights",
                "JOINTFLIGHTS_DATABASE_PASSWORD",
                "secret");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As {@code pg_ctl stop -m immediate} does it: connections are cut, and the log is replayed at the next start. */
    void stopAtOnce() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        Signals.send("QUIT", List.of(postmaster));
        postmaster.onExit().join();
    }

    void startAgain() throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Its connections stay, new ones are taken by the system, and nobody answers. */
    void suspend() throws IOException, InterruptedException {
        Signals.send("STOP", all());
    }

    void resume() throws IOException, InterruptedException {
        Signals.send("CONT", all());
    }

    private List<ProcessHandle> all() throws IOException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
