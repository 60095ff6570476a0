package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.LegTimes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.LegTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLegTimes implements LegTimes {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<Diversion>> diversions = new ReadOnce<>();

    JdbcLegTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void expect(OperationReference reference, int stop, Instant landing) {
        int written = jdbc.sql("update leg_time set expected = ? where reference = ? and stop = ? and run = "
                        + JdbcOperationRuns.LATEST)
                .params(Timestamp.from(landing), reference.value(), stop, reference.value())
                .update();
        if (written == 0) {
            jdbc.sql("insert into leg_time (reference, stop, expected, run) values (?, ?, ?, %s)"
                            .formatted(JdbcOperationRuns.LATEST))
                    .params(reference.value(), stop, Timestamp.from(landing), reference.value())
                    .update();
        }
    }

    @Override
    public void landed(OperationReference reference, int stop, Instant at) {
        jdbc.sql("update leg_time set landed = ? where reference = ? and stop = ? and run = "
                        + JdbcOperationRuns.LATEST)
                .params(Timestamp.from(at), reference.value(), stop, reference.value())
                .update();
    }

    @Override
    public List<LegTime> of(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from leg_time where reference = ? and run = %s order by stop"
                        .formatted(JdbcOperationRuns.LATEST))
                .params(reference.value(), reference.value())
                .query(JdbcLegTimes::time)
                .list());
    }

    @Override
    public void add(Diversion diversion) {
        diversions.forgetAll();
        jdbc.sql("""
                        insert into diversion (reference, stop, airport, km_onward, reason, said_by, at, run)
                        values (?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(
                        diversion.reference().value(),
                        diversion.stop(),
                        diversion.airport(),
                        diversion.kmOnward(),
                        diversion.reason(),
                        diversion.by(),
                        Timestamp.from(diversion.at()),
                        diversion.reference().value())
                .update();
    }

    @Override
    public List<Diversion> diversions(OperationReference reference) {
        return diversions.get(reference, this::read);
    }

    private List<Diversion> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from diversion where reference = ? and run = %s order by stop"
                        .formatted(JdbcOperationRuns.LATEST))
                .params(reference.value(), reference.value())
                .query(JdbcLegTimes::diversion)
                .list());
    }

    private static LegTime time(ResultSet row, int number) throws SQLException {
        Timestamp landed = row.getTimestamp("landed");
        return new LegTime(
                row.getInt("stop"),
                row.getTimestamp("expected").toInstant(),
                landed == null ? null : landed.toInstant());
    }

    private static Diversion diversion(ResultSet row, int number) throws SQLException {
        return new Diversion(
                new OperationReference(row.getString("reference")),
                row.getInt("stop"),
                row.getString("airport"),
                row.getInt("km_onward"),
                row.getString("reason"),
                row.getString("said_by"),
                row.getTimestamp("at").toInstant());
    }
}
