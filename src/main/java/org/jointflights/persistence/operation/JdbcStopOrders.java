package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStopOrders implements StopOrders {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<StopOrder>> known = new ReadOnce<>();

    JdbcStopOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(OperationReference reference) {
        jdbc.sql("select reference from flight where reference = ? for update")
                .param(reference.value())
                .query(String.class)
                .optional();
        ReadOnce.forgetAllThatWasRead();
    }

    @Override
    public void add(StopOrder order) {
        known.forget(order.reference());
        Party party = order.party();
        jdbc.sql("""
                        insert into stop_order (reference, number, party, cause, reason, ordered_by, as_group, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        order.reference().value(),
                        order.number(),
                        party == null ? null : party.code(),
                        order.cause().name(),
                        order.reason(),
                        order.by(),
                        order.group(),
                        Timestamp.from(order.at())))
                .update();
    }

    @Override
    public void lift(StopOrder lifted) {
        known.forget(lifted.reference());
        StopOrder.Lift lift = Objects.requireNonNull(lifted.lift());
        int written = jdbc.sql("""
                        update stop_order set lifted_by = ?, lifted_at = ?, view_of_it = ?
                        where reference = ? and number = ? and lifted_at is null
                        """)
                .params(
                        lift.by(),
                        Timestamp.from(lift.at()),
                        lift.view(),
                        lifted.reference().value(),
                        lifted.number())
                .update();
        if (written == 0) {
            throw Conflict.of("operation.order.lifted", lifted.number(), lifted.reference());
        }
    }

    @Override
    public List<StopOrder> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<StopOrder> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from stop_order where reference = ? order by number")
                .param(reference.value())
                .query(JdbcStopOrders::order)
                .list());
    }

    private static StopOrder order(ResultSet row, int line) throws SQLException {
        String party = row.getString("party");
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new StopOrder(
                new OperationReference(row.getString("reference")),
                row.getInt("number"),
                party == null ? null : new Party(party),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("ordered_by"),
                row.getString("as_group"),
                row.getTimestamp("at").toInstant(),
                lifted == null
                        ? null
                        : new StopOrder.Lift(
                                row.getString("lifted_by"), lifted.toInstant(), row.getString("view_of_it")));
    }
}
