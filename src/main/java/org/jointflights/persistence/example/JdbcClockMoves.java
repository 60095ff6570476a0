package org.jointflights.persistence.example;

import java.time.Duration;
import org.jointflights.application.example.ClockMoves;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("example")
class JdbcClockMoves implements ClockMoves {

    private final JdbcClient jdbc;

    JdbcClockMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Duration ahead() {
        return jdbc.sql("select ahead from clock_moves")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    @Override
    public void remember(Duration ahead) {
        if (jdbc.sql("update clock_moves set ahead = ?").param(ahead.toMillis()).update() == 0) {
            jdbc.sql("insert into clock_moves (id, ahead) values (1, ?)")
                    .param(ahead.toMillis())
                    .update();
        }
    }
}
