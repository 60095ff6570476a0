package org.jointflights.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server as it comes, but for more room to write: its databases stay in a folder for the next run. */
final class KeptServer implements AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private final EmbeddedPostgres server;

    KeptServer(Path folder) throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(folder))
                .setCleanDataDirectory(false)
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start();
    }

    boolean has(String database) throws SQLException {
        try (Connection connection = connection(USER);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return found.next();
        }
    }

    /** Empty, or a copy of another to which nobody may be connected. */
    void create(String database, String other) throws SQLException {
        execute("create database " + database + " template " + other);
    }

    void rename(String database, String name) throws SQLException {
        execute("alter database " + database + " rename to " + name);
    }

    void drop(String database) throws SQLException {
        execute("drop database if exists " + database);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection(USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
