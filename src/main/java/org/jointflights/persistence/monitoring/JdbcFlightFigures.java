package org.jointflights.persistence.monitoring;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jointflights.application.monitoring.FlightFigures;
import org.jointflights.domain.flight.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightFigures implements FlightFigures {

    private final JdbcClient jdbc;

    JdbcFlightFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Stage, Integer> flightsByStage() {
        Map<Stage, Integer> flights = new EnumMap<>(Stage.class);
        jdbc.sql("select stage, count(*) as flights from flight group by stage").query(row -> {
            flights.put(Stage.valueOf(row.getString("stage")), row.getInt("flights"));
        });
        return flights;
    }

    @Override
    public int overdueWaits(Instant now) {
        return jdbc.sql("select count(*) from open_task where due < ?")
                .param(Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int undeliveredNotices() {
        return jdbc.sql(
                        "select count(*) from mail where attempts > 0 and sent is null and (failure is null or failure <> 'NOBODY')")
                .query(Integer.class)
                .single();
    }
}
