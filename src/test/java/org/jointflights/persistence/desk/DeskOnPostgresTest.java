package org.jointflights.persistence.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.persistence.overview.GeneratedFlights;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeskOnPostgresTest {

    private static final Instant NOW = Instant.parse("2027-01-02T00:00:00Z");

    /** A thousand flights are open, nine thousand are over, and each has ten entries on its trail. */
    @Test
    void the_first_page_finds_its_rows_by_indexes_among_a_thousand_open_flights() throws SQLException {
        try (HikariDataSource many = database()) {
            Flyway.configure()
                    .dataSource(many)
                    .locations("db/migration", "db/postgresql")
                    .load()
                    .migrate();
            new GeneratedFlights(5, 1_000, 9_000).insert(many);
            JdbcClient sql = JdbcClient.create(many);
            sql.sql("""
                    insert into trail (reference, at, actor, party, code, arguments)
                    select f.reference, f.stage_since - n * interval '1 day', 'frcoordinator', f.organiser, 'trail.resumed', '[]'
                    from flight f cross join generate_series(1, 10) n
                    """).update();
            sql.sql("analyze").update();

            assertThat(plan(sql.sql("explain " + JdbcDeskTasks.TASKS)
                            .param("groups", List.of("GRlegal"))
                            .param("person", "grlegal1")
                            .param("now", Timestamp.from(NOW))
                            .param("most", 25)))
                    .as("tasks")
                    .contains("Index")
                    .doesNotContain("Seq Scan on flight");
            for (String own : List.of(JdbcDeskNews.OWN_FLIGHTS, "")) {
                assertThat(plan(sql.sql("explain " + JdbcDeskNews.SINCE.formatted(own))
                                .param("since", Timestamp.from(NOW))
                                .param("actor", "frlegal1")
                                .param("codes", List.of(TrailEvent.RESUMED.code()))
                                .param("parties", List.of("FR"))
                                .param("most", 301)))
                        .as("news %s", own)
                        .contains("trail_of_time")
                        .doesNotContain("Seq Scan on trail", "Seq Scan on flight", "Seq Scan on participation");
            }
        }
    }

    private static String plan(JdbcClient.StatementSpec explained) {
        return String.join("\n", explained.query(String.class).list());
    }

    private static HikariDataSource database() {
        Map<String, String> server = PostgresServer.environment();
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(server.get("JOINTFLIGHTS_DATABASE_URL"));
        connections.setUsername(server.get("JOINTFLIGHTS_DATABASE_USER"));
        connections.setPassword(server.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        connections.setMaximumPoolSize(2);
        return connections;
    }
}
