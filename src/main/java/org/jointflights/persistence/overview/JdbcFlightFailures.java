package org.jointflights.persistence.overview;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.domain.OperationReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightFailures implements FlightFailures {

    private final JdbcClient jdbc;

    JdbcFlightFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void failed(String job, OperationReference reference) {
        mended(job);
        jdbc.sql("insert into failed_step (job, reference) values (?, ?)")
                .params(job, reference.value())
                .update();
    }

    @Override
    public void mended(String job) {
        jdbc.sql("delete from failed_step where job = ?").param(job).update();
    }

    @Override
    public Set<OperationReference> among(Collection<OperationReference> flights) {
        if (flights.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select distinct reference from failed_step where reference in (:flights)")
                .param(
                        "flights",
                        flights.stream().map(OperationReference::value).toList())
                .query((row, number) -> new OperationReference(row.getString(1)))
                .list());
    }
}
