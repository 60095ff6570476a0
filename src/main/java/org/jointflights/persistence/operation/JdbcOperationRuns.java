package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOperationRuns implements OperationRuns {

    /** The run under way or the last one, for statements of the sibling tables; its parameter is the reference. */
    static final String LATEST = "(select max(run) from operation_run where reference = ?)";

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, Optional<Run>> known = new ReadOnce<>();

    JdbcOperationRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(OperationReference reference, Instant now) {
        int next = latest(reference).map(Run::number).orElse(0) + 1;
        known.forget(reference);
        jdbc.sql("insert into operation_run (reference, run, opened) values (?, ?, ?)")
                .params(reference.value(), next, Timestamp.from(now))
                .update();
    }

    @Override
    public void departed(OperationReference reference, Instant now) {
        known.forget(reference);
        jdbc.sql("update operation_run set departed = ? where reference = ? and run = " + LATEST)
                .params(Timestamp.from(now), reference.value(), reference.value())
                .update();
    }

    @Override
    public void ended(OperationReference reference, Outcome outcome, Instant now) {
        known.forget(reference);
        jdbc.sql("update operation_run set outcome = ?, ended = ? where reference = ? and run = " + LATEST)
                .params(outcome.name(), Timestamp.from(now), reference.value(), reference.value())
                .update();
    }

    @Override
    public Optional<Run> latest(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<Run> read(OperationReference reference) {
        return jdbc.sql("select * from operation_run where reference = ? order by run desc fetch first row only")
                .param(reference.value())
                .query(JdbcOperationRuns::run)
                .optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Run(
                row.getInt("run"),
                row.getTimestamp("opened").toInstant(),
                instant(row.getTimestamp("departed")),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
