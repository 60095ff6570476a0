package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.Permits;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Permit;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPermits implements Permits {

    /** In a key nothing is no value. */
    private static final String NO_STATE = "";

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<Permit>> known = new ReadOnce<>();

    JdbcPermits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Permit> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Permit> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from permit where reference = ? order by kind, state")
                .param(reference.value())
                .query(JdbcPermits::permit)
                .list());
    }

    @Override
    public void put(Permit permit) {
        known.forget(permit.reference());
        Party state = permit.state();
        String code = state == null ? NO_STATE : state.code();
        jdbc.sql("delete from permit where reference = ? and kind = ? and (state = ? or state = '')")
                .params(permit.reference().value(), permit.kind().name(), code)
                .update();
        jdbc.sql("""
                        insert into permit (reference, kind, state, number, requested, answer, extended, answered, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        permit.reference().value(),
                        permit.kind().name(),
                        code,
                        permit.number(),
                        timestamp(permit.requested()),
                        permit.answer().name(),
                        permit.extended(),
                        timestamp(permit.answered()),
                        permit.validUntil()))
                .update();
    }

    private static Permit permit(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Permit(
                new OperationReference(row.getString("reference")),
                Permit.Kind.valueOf(row.getString("kind")),
                state.equals(NO_STATE) ? null : new Party(state),
                row.getString("number"),
                instant(row.getTimestamp("requested")),
                Permit.Answer.valueOf(row.getString("answer")),
                row.getBoolean("extended"),
                instant(row.getTimestamp("answered")),
                row.getObject("valid_until", LocalDate.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
