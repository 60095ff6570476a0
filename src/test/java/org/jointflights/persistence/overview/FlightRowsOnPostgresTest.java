package org.jointflights.persistence.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.people.Viewer;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FlightRowsOnPostgresTest extends FlightRowsInDatabase {

    FlightRowsOnPostgresTest() {
        super("postgresql", database());
    }

    @Test
    void a_page_of_ten_thousand_flights_is_taken_from_indexes() throws SQLException {
        DataSource many = database();
        migrate("postgresql", many);
        new GeneratedFlights(3, 100, 9_900).insert(many);
        JdbcClient sql = JdbcClient.create(many);
        sql.sql("analyze").update();

        for (String reader : List.of("manager", "FRlegal")) {
            for (Waiting waiting : Waiting.values()) {
                for (Order order : Order.values()) {
                    FlightConditions ofFew = asked(reader, waiting, order);
                    FlightConditions ofMany = asked(reader, waiting, order);
                    ofMany.lookUpEach();
                    for (FlightConditions chosen : List.of(ofFew, ofMany)) {
                        assertThat(plan(sql, chosen.references(0, 51), chosen)
                                        + plan(
                                                sql,
                                                chosen.isInTwoParts()
                                                        ? chosen.referencesOfOver(0, 51)
                                                        : chosen.references(51, 51),
                                                chosen))
                                .as("%s, %s, %s", reader, waiting, order)
                                .contains("Index")
                                .as("what is open is read whole, flights are not")
                                .doesNotContain(
                                        "Seq Scan on flight", "Seq Scan on participation", "Seq Scan on route_stop");
                    }
                }
            }
            FlightConditions urgent = asked(reader, Waiting.ALL, Order.URGENT);
            assertThat(plan(sql, urgent.references(0, 51), urgent))
                    .as("the next ones that are open are taken in their order, and no others")
                    .contains("flight_open");
        }
    }

    private static FlightConditions asked(String reader, Waiting waiting, Order order) {
        return new FlightConditions(new FlightChoice(
                new FlightFilter(null, null, null, null, null, waiting, order),
                Viewer.of(Set.of(reader)),
                Instant.parse("2027-01-02T00:00:00Z")));
    }

    @Test
    void a_text_is_compared_with_the_airports_there_are_and_not_with_those_of_each_flight() throws SQLException {
        DataSource many = database();
        migrate("postgresql", many);
        new GeneratedFlights(4, 20, 2_000).insert(many);
        JdbcClient sql = JdbcClient.create(many);
        sql.sql("vacuum analyze").update();
        FlightFilter filter = new FlightFilter("prn", null, null, null, null, Waiting.ALL, Order.URGENT);
        FlightChoice choice =
                new FlightChoice(filter, Viewer.of(Set.of("manager")), Instant.parse("2027-01-02T00:00:00Z"));

        FlightConditions chosen = new JdbcFlightRows(sql).conditions(choice);
        assertThat(plan(sql, chosen.references(0, 51), chosen) + plan(sql, chosen.referencesOfOver(0, 51), chosen))
                .contains("route_stop_at_airport")
                .doesNotContain("Seq Scan on route_stop");
    }

    @Test
    void all_that_is_kept_of_a_flight_is_found_by_an_index() {
        JdbcClient sql = JdbcClient.create(database);

        assertThat(sql.sql("""
                        select c.table_name from information_schema.columns c
                        where c.table_schema = 'public' and c.column_name = 'reference' and not exists (
                            select 1 from pg_index i
                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                            where i.indrelid = c.table_name::regclass and a.attname = 'reference')
                        """).query(String.class).list())
                .as("read whole for each flight that somebody looks at")
                .isEmpty();
    }

    private static String plan(JdbcClient sql, String references, FlightConditions chosen) {
        return String.join(
                "\n",
                sql.sql("explain " + references)
                        .params(chosen.values())
                        .query(String.class)
                        .list());
    }

    private static DataSource database() {
        Map<String, String> server = PostgresServer.environment();
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(server.get("JOINTFLIGHTS_DATABASE_URL"));
        connections.setUsername(server.get("JOINTFLIGHTS_DATABASE_USER"));
        connections.setPassword(server.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        connections.setMaximumPoolSize(2);
        return connections;
    }
}
