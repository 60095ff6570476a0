package org.jointflights.process.flight;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The running processes of one flight, read from the engine's own table by its indexed columns: its queries ask whether the
 * person signed in may see each, and the variable “reference” would have to be read of all flights.
 */
@Component
public class FlightInstances {

    private static final String BY_KEY = """
            select e.ID_ from ACT_RU_EXECUTION e
            where e.BUSINESS_KEY_ = :key
            """;

    /** Their key is not the flight's alone: they are found by the step that called them. */
    private static final String PARTICIPATIONS = """
            select e.ID_ from ACT_RU_EXECUTION f
            join ACT_RU_EXECUTION c on c.PROC_INST_ID_ = f.ID_
            join ACT_RU_EXECUTION e on e.SUPER_EXEC_ = c.ID_
            where f.BUSINESS_KEY_ = :key and e.BUSINESS_KEY_ <> :key
            """;

    private final JdbcClient jdbc;

    FlightInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of every one, in no order. */
    public List<String> of(OperationReference flight) {
        return ids(BY_KEY + "union all\n" + PARTICIPATIONS, flight);
    }

    /** The ids of those of the states that are asked whether they take part. */
    public List<String> participations(OperationReference flight) {
        return ids(PARTICIPATIONS, flight);
    }

    private List<String> ids(String sql, OperationReference flight) {
        return jdbc.sql(sql).param("key", flight.value()).query(String.class).list();
    }
}
