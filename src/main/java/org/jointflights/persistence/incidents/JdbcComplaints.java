package org.jointflights.persistence.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jointflights.application.incidents.Complaints;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.Acknowledgement;
import org.jointflights.domain.incidents.Complaint.Admissibility;
import org.jointflights.domain.incidents.Complaint.Closing;
import org.jointflights.domain.incidents.Complaint.FollowUp;
import org.jointflights.domain.incidents.Complaint.Forwarding;
import org.jointflights.domain.incidents.Complaint.State;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComplaints implements Complaints {

    private final JdbcClient jdbc;

    JdbcComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Complaint> of(OperationReference reference) {
        return jdbc.sql("select * from complaint where reference = ? order by number")
                .param(reference.value())
                .query(JdbcComplaints::complaint)
                .list();
    }

    @Override
    public Complaint get(OperationReference reference, int number) {
        return jdbc.sql("select * from complaint where reference = ? and number = ?")
                .params(reference.value(), number)
                .query(JdbcComplaints::complaint)
                .optional()
                .orElseThrow(() -> Unknown.of("incidents.complaint.unknown", number, reference));
    }

    @Override
    public void add(Complaint complaint) {
        jdbc.sql("""
                        insert into complaint (reference, number, registered_by, registered, received, language, concerned,
                            filed_as, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        complaint.reference().value(),
                        complaint.number(),
                        complaint.registeredBy(),
                        Timestamp.from(complaint.registered()),
                        complaint.received(),
                        complaint.language(),
                        complaint.concerned().code(),
                        complaint.filedAs(),
                        complaint.state().name())
                .update();
    }

    @Override
    public void put(Complaint complaint) {
        Acknowledgement sent = complaint.acknowledgement();
        Admissibility decision = complaint.admissibility();
        Forwarding to = complaint.forwarding();
        FollowUp answer = complaint.followUp();
        Closing end = complaint.closing();
        int brought = jdbc.sql("""
                        update complaint set state = ?, acknowledged_by = ?, acknowledged = ?, acknowledgement = ?,
                            decided_by = ?, decided = ?, admissible = ?, admissible_reason = ?, forwarded_to = ?,
                            forwarded = ?, answered_by = ?, answered = ?, answer_text = ?, closed_by = ?, closed = ?,
                            outcome_text = ?
                        where reference = ? and number = ? and state = ?
                        """)
                .params(Nulls.list(
                        complaint.state().name(),
                        sent == null ? null : sent.by(),
                        sent == null ? null : Timestamp.from(sent.at()),
                        sent == null ? null : sent.sent(),
                        decision == null ? null : decision.by(),
                        decision == null ? null : Timestamp.from(decision.at()),
                        decision == null ? null : decision.admissible(),
                        decision == null ? null : decision.reason(),
                        to == null ? null : to.group(),
                        to == null ? null : Timestamp.from(to.at()),
                        answer == null ? null : answer.by(),
                        answer == null ? null : Timestamp.from(answer.at()),
                        answer == null ? null : answer.text(),
                        end == null ? null : end.by(),
                        end == null ? null : Timestamp.from(end.at()),
                        end == null ? null : end.outcome(),
                        complaint.reference().value(),
                        complaint.number(),
                        complaint.state().before().name()))
                .update();
        if (brought == 0) {
            throw Conflict.of(
                    "incidents.complaint.otherwise",
                    complaint.number(),
                    complaint.reference(),
                    get(complaint.reference(), complaint.number()).state().words());
        }
    }

    @Override
    public List<ComplaintCount> counts(Collection<OperationReference> flights) {
        if (flights.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select reference, state, count(*) as complaints from complaint
                        where reference in (:flights) group by reference, state order by reference, state
                        """)
                .param(
                        "flights",
                        flights.stream().map(OperationReference::value).toList())
                .query((row, number) -> new ComplaintCount(
                        new OperationReference(row.getString("reference")),
                        State.valueOf(row.getString("state")),
                        row.getInt("complaints")))
                .list();
    }

    private static Complaint complaint(ResultSet row, int index) throws SQLException {
        return new Complaint(
                new OperationReference(row.getString("reference")),
                row.getInt("number"),
                row.getString("registered_by"),
                row.getTimestamp("registered").toInstant(),
                row.getObject("received", LocalDate.class),
                row.getString("language"),
                new Party(row.getString("concerned")),
                row.getString("filed_as"),
                acknowledgement(row),
                admissibility(row),
                forwarding(row),
                followUp(row),
                closing(row));
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        Instant at = instant(row, "acknowledged");
        return at == null
                ? null
                : new Acknowledgement(
                        row.getString("acknowledged_by"), at, row.getObject("acknowledgement", LocalDate.class));
    }

    private static @Nullable Admissibility admissibility(ResultSet row) throws SQLException {
        Instant at = instant(row, "decided");
        return at == null
                ? null
                : new Admissibility(
                        row.getString("decided_by"),
                        at,
                        row.getBoolean("admissible"),
                        row.getString("admissible_reason"));
    }

    private static @Nullable Forwarding forwarding(ResultSet row) throws SQLException {
        Instant at = instant(row, "forwarded");
        return at == null ? null : new Forwarding(row.getString("forwarded_to"), at);
    }

    private static @Nullable FollowUp followUp(ResultSet row) throws SQLException {
        Instant at = instant(row, "answered");
        return at == null ? null : new FollowUp(row.getString("answered_by"), at, row.getString("answer_text"));
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = instant(row, "closed");
        return at == null ? null : new Closing(row.getString("closed_by"), at, row.getString("outcome_text"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
