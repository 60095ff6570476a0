package org.jointflights.persistence.planning;

import java.util.Optional;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Crew;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCrews implements Crews {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, Optional<Crew>> known = new ReadOnce<>();

    JdbcCrews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Crew> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<Crew> read(OperationReference reference) {
        return jdbc.sql("select * from crew where reference = ?")
                .param(reference.value())
                .query((row, number) -> new Crew(
                        row.getString("escort_leader"),
                        row.getString("doctor"),
                        row.getString("interpreter"),
                        row.getString("monitor")))
                .optional();
    }

    @Override
    public void put(OperationReference reference, Crew crew) {
        known.forget(reference);
        jdbc.sql("delete from crew where reference = ?")
                .param(reference.value())
                .update();
        jdbc.sql("insert into crew (reference, escort_leader, doctor, interpreter, monitor) values (?, ?, ?, ?, ?)")
                .params(reference.value(), crew.escortLeader(), crew.doctor(), crew.interpreter(), crew.monitor())
                .update();
    }
}
