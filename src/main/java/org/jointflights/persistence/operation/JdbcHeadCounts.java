package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.OperationRuns.Run;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.TakenOff;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHeadCounts implements HeadCounts {

    /** The run is part of it: counts of the one before are none of the next. */
    private record Counted(OperationReference flight, int run) {}

    private final JdbcClient jdbc;
    private final OperationRuns runs;
    private final ReadOnce<Counted, List<TakenOff>> takenOff = new ReadOnce<>();
    private final ReadOnce<Counted, List<Boarding>> boardings = new ReadOnce<>();
    private final ReadOnce<Counted, List<HandOver>> handOvers = new ReadOnce<>();

    JdbcHeadCounts(JdbcClient jdbc, OperationRuns runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    @Override
    public void add(TakenOff off) {
        takenOff.forgetAll();
        jdbc.sql("""
                        insert into taken_off (reference, party, point, stop, persons, cause, reason, said_by, at, run)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(
                        off.reference().value(),
                        off.party().code(),
                        off.point().name(),
                        off.stop(),
                        off.persons(),
                        off.cause().name(),
                        off.reason(),
                        off.by(),
                        Timestamp.from(off.at()),
                        off.reference().value())
                .update();
    }

    @Override
    public void add(Boarding boarding) {
        boardings.forgetAll();
        Seats aboard = boarding.aboard();
        jdbc.sql("""
                        insert into boarding (reference, party, stop, returnees, escorts, medical, interpreters, monitors,
                            others, destination_escorts, counted_by, at, run)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(
                        boarding.reference().value(),
                        boarding.party().code(),
                        boarding.stop(),
                        aboard.returnees(),
                        aboard.escorts(),
                        aboard.medical(),
                        aboard.interpreters(),
                        aboard.monitors(),
                        aboard.others(),
                        boarding.destinationEscorts(),
                        boarding.by(),
                        Timestamp.from(boarding.at()),
                        boarding.reference().value())
                .update();
    }

    @Override
    public void add(HandOver handOver) {
        handOvers.forgetAll();
        jdbc.sql("""
                        insert into hand_over (reference, party, handed_over, going_back, with_property, reason, confirmed_by, at, run)
                        values (?, ?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(Nulls.list(
                        handOver.reference().value(),
                        handOver.party().code(),
                        handOver.handedOver(),
                        handOver.returning(),
                        handOver.withProperty(),
                        handOver.reason(),
                        handOver.by(),
                        Timestamp.from(handOver.at()),
                        handOver.reference().value()))
                .update();
    }

    @Override
    public void add(Returned returned) {
        jdbc.sql("""
                        insert into landed_back (reference, party, landed, missing, reason, counted_by, at, run)
                        values (?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(Nulls.list(
                        returned.reference().value(),
                        returned.party().code(),
                        returned.landed(),
                        returned.missing(),
                        returned.reason(),
                        returned.by(),
                        Timestamp.from(returned.at()),
                        returned.reference().value()))
                .update();
    }

    @Override
    public List<TakenOff> takenOff(OperationReference reference) {
        return takenOff.get(counted(reference), now -> of(now, "taken_off", "id", JdbcHeadCounts::takenOff));
    }

    @Override
    public List<Boarding> boardings(OperationReference reference) {
        return boardings.get(counted(reference), now -> of(now, "boarding", "party", JdbcHeadCounts::boarding));
    }

    @Override
    public List<HandOver> handOvers(OperationReference reference) {
        return handOvers.get(counted(reference), now -> of(now, "hand_over", "party", JdbcHeadCounts::handOver));
    }

    @Override
    public List<Returned> returned(OperationReference reference) {
        return of(counted(reference), "landed_back", "party", JdbcHeadCounts::returned);
    }

    /** Of a flight without a run, none: runs are counted from one. */
    private Counted counted(OperationReference reference) {
        return new Counted(reference, runs.latest(reference).map(Run::number).orElse(0));
    }

    private <T> List<T> of(Counted counted, String table, String order, RowMapper<T> row) {
        return List.copyOf(jdbc.sql("select * from " + table + " where reference = ? and run = ? order by " + order)
                .params(counted.flight().value(), counted.run())
                .query(row)
                .list());
    }

    private static TakenOff takenOff(ResultSet row, int number) throws SQLException {
        return new TakenOff(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                GatePoint.valueOf(row.getString("point")),
                row.getInt("stop"),
                row.getInt("persons"),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("said_by"),
                row.getTimestamp("at").toInstant());
    }

    private static Boarding boarding(ResultSet row, int number) throws SQLException {
        return new Boarding(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                row.getInt("stop"),
                new Seats(
                        row.getInt("returnees"),
                        row.getInt("escorts"),
                        row.getInt("medical"),
                        row.getInt("interpreters"),
                        row.getInt("monitors"),
                        row.getInt("others")),
                row.getInt("destination_escorts"),
                row.getString("counted_by"),
                row.getTimestamp("at").toInstant());
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        return new HandOver(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                row.getInt("handed_over"),
                row.getInt("going_back"),
                row.getObject("with_property", Integer.class),
                row.getString("reason"),
                row.getString("confirmed_by"),
                row.getTimestamp("at").toInstant());
    }

    private static Returned returned(ResultSet row, int number) throws SQLException {
        return new Returned(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                row.getInt("landed"),
                row.getInt("missing"),
                row.getString("reason"),
                row.getString("counted_by"),
                row.getTimestamp("at").toInstant());
    }
}
