package org.jointflights.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL server for all tests, with an empty database for each application that is started on it. */
public class PostgresServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Started with the first test that needs it, ended with the machine. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        Map<String, String> database = environment();
        // The server ends with the machine, perhaps before the application, which then waits this long for it.
        String patience = "3000";
        Map<String, Object> settings = Map.of(
                "spring.datasource.url",
                database.get("JOINTFLIGHTS_DATABASE_URL"),
                "spring.datasource.username",
                database.get("JOINTFLIGHTS_DATABASE_USER"),
                "spring.datasource.password",
                database.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                "camunda.bpm.database.type",
                "postgres",
                "spring.datasource.hikari.connection-timeout",
                patience);
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("postgres", settings));
    }

    /** What the environment holds in production, for an empty database that belongs to a user of its own. */
    public static Map<String, String> environment() {
        String name = "flights" + DATABASES.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create user " + name + " password 'secret'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "JOINTFLIGHTS_DATABASE_URL",
                "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name,
                "JOINTFLIGHTS_DATABASE_USER",
                name,
                "JOINTFLIGHTS_DATABASE_PASSWORD",
                "secret");
    }
}
