package org.jointflights.persistence.system;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jointflights.application.system.DatabaseTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDatabaseTimes implements DatabaseTimes {

    private final JdbcClient jdbc;

    JdbcDatabaseTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        return jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
