package org.jointflights.persistence.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jointflights.application.incidents.SeriousIncidents;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.ReportChannel;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.Assessment;
import org.jointflights.domain.incidents.SeriousIncident.Conclusion;
import org.jointflights.domain.incidents.SeriousIncident.FormalReport;
import org.jointflights.domain.incidents.SeriousIncident.Inquiry;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeriousIncidents implements SeriousIncidents {

    private final JdbcClient jdbc;

    JdbcSeriousIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SeriousIncident> of(OperationReference reference) {
        return jdbc.sql("select * from serious_incident where reference = ? order by number")
                .param(reference.value())
                .query(JdbcSeriousIncidents::incident)
                .list();
    }

    @Override
    public SeriousIncident get(OperationReference reference, int number) {
        return jdbc.sql("select * from serious_incident where reference = ? and number = ?")
                .params(reference.value(), number)
                .query(JdbcSeriousIncidents::incident)
                .optional()
                .orElseThrow(() -> Unknown.of("incidents.unknown", number, reference));
    }

    @Override
    public void add(SeriousIncident incident) {
        jdbc.sql("""
                        insert into serious_incident (reference, number, channel, reported_by, reported, reported_as, phase,
                            persons, report_text, state, category)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        incident.reference().value(),
                        incident.number(),
                        incident.channel().name(),
                        incident.reportedBy(),
                        Timestamp.from(incident.reported()),
                        incident.reportedAs().name(),
                        incident.phase().name(),
                        incident.persons(),
                        incident.what(),
                        incident.state().name(),
                        incident.category().name()))
                .update();
    }

    @Override
    public void put(SeriousIncident incident) {
        Assessment assessment = incident.assessment();
        Inquiry inquiry = assessment == null ? null : assessment.inquiry();
        FormalReport formal = incident.formal();
        Conclusion conclusion = incident.conclusion();
        int brought = jdbc.sql("""
                        update serious_incident set state = ?, category = ?, assessed_by = ?, assessed = ?,
                            assessment_reason = ?, concerned = ?, asked_text = ?, formal_by = ?, formal = ?, formal_text = ?,
                            concluded_by = ?, concluded = ?, recommendation_text = ?
                        where reference = ? and number = ? and state = ?
                        """)
                .params(Nulls.list(
                        incident.state().name(),
                        incident.category().name(),
                        assessment == null ? null : assessment.by(),
                        assessment == null ? null : Timestamp.from(assessment.at()),
                        assessment == null ? null : assessment.reason(),
                        inquiry == null ? null : inquiry.party().code(),
                        inquiry == null ? null : inquiry.asked(),
                        formal == null ? null : formal.by(),
                        formal == null ? null : Timestamp.from(formal.at()),
                        formal == null ? null : formal.text(),
                        conclusion == null ? null : conclusion.by(),
                        conclusion == null ? null : Timestamp.from(conclusion.at()),
                        conclusion == null ? null : conclusion.recommendations(),
                        incident.reference().value(),
                        incident.number(),
                        incident.state().before().name()))
                .update();
        if (brought == 0) {
            SeriousIncident there = get(incident.reference(), incident.number());
            throw Conflict.of(
                    "incidents.state.otherwise",
                    incident.number(),
                    incident.reference(),
                    there.state().words());
        }
    }

    @Override
    public List<IncidentCount> counts(Collection<OperationReference> flights) {
        if (flights.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select reference, category, state, count(*) as incidents from serious_incident
                        where reference in (:flights) and (channel <> 'EXCEPTIONAL' or state <> 'RAISED')
                        group by reference, category, state order by reference, category, state
                        """)
                .param(
                        "flights",
                        flights.stream().map(OperationReference::value).toList())
                .query((row, number) -> new IncidentCount(
                        new OperationReference(row.getString("reference")),
                        IncidentCategory.valueOf(row.getString("category")),
                        State.valueOf(row.getString("state")),
                        row.getInt("incidents")))
                .list();
    }

    private static SeriousIncident incident(ResultSet row, int index) throws SQLException {
        return new SeriousIncident(
                new OperationReference(row.getString("reference")),
                row.getInt("number"),
                ReportChannel.valueOf(row.getString("channel")),
                row.getString("reported_by"),
                row.getTimestamp("reported").toInstant(),
                IncidentCategory.valueOf(row.getString("reported_as")),
                Phase.valueOf(row.getString("phase")),
                row.getInt("persons"),
                row.getString("report_text"),
                assessment(row),
                formal(row),
                conclusion(row));
    }

    private static @Nullable Assessment assessment(ResultSet row) throws SQLException {
        Instant at = instant(row, "assessed");
        String concerned = row.getString("concerned");
        return at == null
                ? null
                : new Assessment(
                        row.getString("assessed_by"),
                        at,
                        IncidentCategory.valueOf(row.getString("category")),
                        row.getString("assessment_reason"),
                        concerned == null ? null : new Inquiry(new Party(concerned), row.getString("asked_text")));
    }

    private static @Nullable FormalReport formal(ResultSet row) throws SQLException {
        Instant at = instant(row, "formal");
        return at == null ? null : new FormalReport(row.getString("formal_by"), at, row.getString("formal_text"));
    }

    private static @Nullable Conclusion conclusion(ResultSet row) throws SQLException {
        Instant at = instant(row, "concluded");
        return at == null
                ? null
                : new Conclusion(row.getString("concluded_by"), at, row.getString("recommendation_text"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
