package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParticipations implements Participations {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<Participation>> known = new ReadOnce<>();

    JdbcParticipations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Participation get(OperationReference reference, Party party) {
        return of(reference).stream()
                .filter(participation -> participation.party().equals(party))
                .findFirst()
                .orElseThrow(() -> Unknown.of("common.participation.unknown", party, reference));
    }

    @Override
    public List<Participation> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Participation> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from participation where reference = ? order by party")
                .param(reference.value())
                .query(JdbcParticipations::participation)
                .list());
    }

    @Override
    public void put(Participation participation) {
        known.forget(participation.reference());
        Seats seats = participation.seats();
        List<Object> columns = Nulls.list(
                participation.status().name(),
                seats.returnees(),
                seats.escorts(),
                seats.medical(),
                seats.interpreters(),
                seats.monitors(),
                seats.others(),
                participation.embarkation(),
                participation.handOver(),
                participation.reason(),
                Timestamp.from(participation.since()),
                participation.daysBefore(),
                cause(participation),
                participation.reference().value(),
                participation.party().code());
        int written = jdbc.sql("""
                        update participation set status = ?, returnees = ?, escorts = ?, medical = ?,
                            interpreters = ?, monitors = ?, others = ?, embarkation = ?, hand_over = ?, reason = ?,
                            since = ?, days_before = ?, cause = ?
                        where reference = ? and party = ?
                        """).params(columns).update();
        if (written == 0) {
            jdbc.sql("""
                            insert into participation (status, returnees, escorts, medical, interpreters, monitors,
                                others, embarkation, hand_over, reason, since, days_before, cause, reference, party)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """).params(columns).update();
        }
    }

    private static @Nullable String cause(Participation participation) {
        WithdrawalCause cause = participation.cause();
        return cause == null ? null : cause.name();
    }

    private static Participation participation(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Participation(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                Participation.Status.valueOf(row.getString("status")),
                new Seats(
                        row.getInt("returnees"),
                        row.getInt("escorts"),
                        row.getInt("medical"),
                        row.getInt("interpreters"),
                        row.getInt("monitors"),
                        row.getInt("others")),
                row.getString("embarkation"),
                row.getString("hand_over"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                row.getObject("days_before", Integer.class),
                cause == null ? null : WithdrawalCause.valueOf(cause));
    }
}
