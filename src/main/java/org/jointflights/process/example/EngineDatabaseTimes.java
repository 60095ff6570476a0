package org.jointflights.process.example;

import java.time.Instant;
import org.jointflights.application.example.RehearsalClock;
import org.jointflights.application.system.DatabaseTimes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The database's clock, moved as far as ours: or this node's would be taken for wrong, and take no steps. */
@Component
@Profile("example")
@Primary
class EngineDatabaseTimes implements DatabaseTimes {

    private final DatabaseTimes database;
    private final RehearsalClock clock;

    EngineDatabaseTimes(@Qualifier("jdbcDatabaseTimes") DatabaseTimes database, RehearsalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return database.now().plus(clock.ahead());
    }
}
