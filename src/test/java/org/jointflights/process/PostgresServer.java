package org.jointflights.process;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server for all tests, with an empty database for each application that is started on it. */
public class PostgresServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Started with the first test that needs it, ended with the machine. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // Nobody takes the power from under it: nothing has to be on the disk when a transaction ends. What a
                // test
                // reads from its files was written by a checkpoint.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        Map<String, String> database = environment();
        application.addApplicationListener(new WaitNoLonger());
        Map<String, Object> settings = Map.of(
                "spring.datasource.url",
                database.get("JOINTFLIGHTS_DATABASE_URL"),
                "spring.datasource.username",
                database.get("JOINTFLIGHTS_DATABASE_USER"),
                "spring.datasource.password",
                database.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                "camunda.bpm.database.type",
                "postgres");
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("postgres", settings));
    }

    /** The server ends with the machine, mostly before the application, which would wait for it again and again. */
    private static final class WaitNoLonger implements ApplicationListener<ContextClosedEvent> {

        @Override
        public void onApplicationEvent(ContextClosedEvent closed) {
            try {
                closed.getApplicationContext()
                        .getBean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What the environment holds in production, for an empty database that belongs to a user of its own. */
    public static Map<String, String> environment() {
        String name = newName();
        execute("create user " + name + " password 'secret'");
        execute("create database " + name + " owner " + name);
        return environment(name, name);
    }

    /** The same for a copy of what is in another database, with the same user; nobody may be connected to it. */
    public static Map<String, String> copy(Map<String, String> other) {
        String url = other.get("JOINTFLIGHTS_DATABASE_URL");
        String user = other.get("JOINTFLIGHTS_DATABASE_USER");
        String name = newName();
        execute("create database " + name + " template " + url.substring(url.lastIndexOf('/') + 1) + " owner " + user);
        return environment(name, user);
    }

    /** The folder in which the server keeps the files of that database, with everything written to them. */
    public static Path filesOf(JdbcClient database) {
        String folder = database.sql("select oid::text from pg_database where datname = current_database()")
                .query(String.class)
                .single();
        execute("checkpoint");
        return Path.of(
                JdbcClient.create(Running.SERVER.getPostgresDatabase())
                        .sql("show data_directory")
                        .query(String.class)
                        .single(),
                "base",
                folder);
    }

    private static String newName() {
        return "flights" + DATABASES.incrementAndGet();
    }

    private static void execute(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment(String database, String user) {
        return Map.of(
                "JOINTFLIGHTS_DATABASE_URL",
                "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + database,
                "JOINTFLIGHTS_DATABASE_USER",
                user,
                "JOINTFLIGHTS_DATABASE_PASSWORD",
                "secret");
    }
}
