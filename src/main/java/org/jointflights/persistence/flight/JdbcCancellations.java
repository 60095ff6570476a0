package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCancellations implements Cancellations {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, Optional<Cancellation>> known = new ReadOnce<>();

    JdbcCancellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Cancellation> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<Cancellation> read(OperationReference reference) {
        return jdbc.sql("select * from cancellation where reference = ?")
                .param(reference.value())
                .query(JdbcCancellations::cancellation)
                .optional();
    }

    @Override
    public void add(Cancellation cancellation) {
        known.forget(cancellation.reference());
        Party cause = cancellation.causedBy();
        jdbc.sql("""
                        insert into cancellation (reference, reason, caused_by, at, seconds_before_departure, decided_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        cancellation.reference().value(),
                        cancellation.reason(),
                        cause == null ? null : cause.code(),
                        Timestamp.from(cancellation.at()),
                        cancellation.beforeDeparture().toSeconds(),
                        cancellation.decidedBy()))
                .update();
    }

    private static Cancellation cancellation(ResultSet row, int number) throws SQLException {
        String cause = row.getString("caused_by");
        return new Cancellation(
                new OperationReference(row.getString("reference")),
                row.getString("reason"),
                cause == null ? null : new Party(cause),
                row.getTimestamp("at").toInstant(),
                Duration.ofSeconds(row.getLong("seconds_before_departure")),
                row.getString("decided_by"));
    }
}
