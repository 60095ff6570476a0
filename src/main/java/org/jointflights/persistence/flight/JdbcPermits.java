package org.jointflights.persistence.flight;

import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.flight.Permits;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Permit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPermits implements Permits {

    private final JdbcClient jdbc;

    JdbcPermits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Permit> of(OperationReference reference) {
        return jdbc.sql("select * from permit where reference = ? order by kind")
                .param(reference.value())
                .query((row, number) -> new Permit(
                        reference,
                        Permit.Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("valid_on", LocalDate.class)))
                .list();
    }

    @Override
    public void put(Permit permit) {
        jdbc.sql("delete from permit where reference = ? and kind = ?")
                .params(permit.reference().value(), permit.kind().name())
                .update();
        jdbc.sql("insert into permit (reference, kind, number, valid_on) values (?, ?, ?, ?)")
                .params(permit.reference().value(), permit.kind().name(), permit.number(), permit.validOn())
                .update();
    }
}
