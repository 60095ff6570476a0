package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSuspensions implements Suspensions {

    private final JdbcClient jdbc;

    JdbcSuspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(OperationReference reference) {
        return jdbc.sql("select count(*) from suspension where reference = ?")
                .param(reference.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Suspension> current(OperationReference reference) {
        return jdbc.sql("select * from suspension where reference = ? and resumed_at is null")
                .param(reference.value())
                .query(JdbcSuspensions::suspension)
                .optional();
    }

    @Override
    public void add(Suspension suspension) {
        jdbc.sql("insert into suspension (reference, number, at, suspended_by) values (?, ?, ?, ?)")
                .params(
                        suspension.reference().value(),
                        suspension.number(),
                        Timestamp.from(suspension.at()),
                        suspension.by())
                .update();
    }

    /** What stands is written once: two officers, or an officer and an executive, at the same moment are noticed. */
    @Override
    public void put(Suspension suspension) {
        ResumingAdvice advice = suspension.advice();
        boolean resumed = suspension.resumedAt() != null;
        int written = jdbc.sql("""
                        update suspension set in_favour = ?, advice = ?, advised_by = ?, advised_at = ?,
                            resumed_at = ?, resumed_by = ?
                        where reference = ? and number = ? and resumed_at is null and (advised_at is not null) = ?
                        """)
                .params(Nulls.list(
                        advice == null ? null : advice.inFavour(),
                        advice == null ? null : advice.reasons(),
                        advice == null ? null : advice.by(),
                        time(advice == null ? null : advice.at()),
                        time(suspension.resumedAt()),
                        suspension.resumedBy(),
                        suspension.reference().value(),
                        suspension.number(),
                        resumed))
                .update();
        if (written == 0) {
            throw Conflict.of("common.flight.changed", suspension.reference());
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        Timestamp resumed = row.getTimestamp("resumed_at");
        return new Suspension(
                new OperationReference(row.getString("reference")),
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("suspended_by"),
                advice(row),
                resumed == null ? null : resumed.toInstant(),
                row.getString("resumed_by"));
    }

    private static @Nullable ResumingAdvice advice(ResultSet row) throws SQLException {
        String by = row.getString("advised_by");
        return by == null
                ? null
                : new ResumingAdvice(
                        row.getBoolean("in_favour"),
                        row.getString("advice"),
                        by,
                        row.getTimestamp("advised_at").toInstant());
    }
}
