package org.jointflights.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Lets one node at a time start on a PostgreSQL database: tables, deployments, people, rates and example flights are made by
 * the first, and found by the next. From before the first bean until all is ready it holds a lock on a connection of its own,
 * which ends with the process in any case. H2 has one process by itself.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class StartLock implements ApplicationListener<SpringApplicationEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);

    /** Any number, the same for all nodes: “JF start” as letters. */
    private static final long NUMBER = 0x4A46_7374_6172_74L;

    private @Nullable Connection lock;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent prepared) {
            // The commands at the console make nothing, and may run beside a start.
            if (event.getSpringApplication().getWebApplicationType() != WebApplicationType.NONE) {
                take(prepared.getApplicationContext().getEnvironment());
            }
        } else if (event instanceof ApplicationStartedEvent || event instanceof ApplicationFailedEvent) {
            release();
        }
    }

    private void take(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            return;
        }
        Properties user = new Properties();
        user.setProperty("user", settings.getProperty("spring.datasource.username", ""));
        user.setProperty("password", settings.getProperty("spring.datasource.password", ""));
        try {
            lock = DriverManager.getConnection(url, user);
            try (Statement statement = lock.createStatement()) {
                if (!isTaken(statement)) {
                    LOG.info("Another node is starting on this database; this one goes on when it has.");
                    statement.execute("select pg_advisory_lock(" + NUMBER + ")");
                }
            }
        } catch (SQLException e) {
            release();
            throw new IllegalStateException("The lock for starting could not be taken.", e);
        }
    }

    private static boolean isTaken(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + NUMBER + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void release() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (SQLException e) {
            LOG.warn("The connection that held the lock for starting did not close; it ends with the process.", e);
        } finally {
            lock = null;
        }
    }
}
