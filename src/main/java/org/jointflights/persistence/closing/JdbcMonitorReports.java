package org.jointflights.persistence.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMonitorReports implements MonitorReports {

    private final JdbcClient jdbc;

    JdbcMonitorReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MonitorReport> of(OperationReference reference) {
        return jdbc.sql("select * from monitor_report where reference = ? order by party")
                .param(reference.value())
                .query(JdbcMonitorReports::report)
                .list();
    }

    @Override
    public void ask(MonitorReport report) {
        int known = jdbc.sql("update monitor_report set due = ? where reference = ? and party = ?")
                .params(
                        Timestamp.from(report.due()),
                        report.reference().value(),
                        report.party().code())
                .update();
        if (known == 0) {
            jdbc.sql("insert into monitor_report (reference, party, asked, due) values (?, ?, ?, ?)")
                    .params(
                            report.reference().value(),
                            report.party().code(),
                            Timestamp.from(report.asked()),
                            Timestamp.from(report.due()))
                    .update();
        }
    }

    @Override
    public void deliver(OperationReference reference, Party party, Delivery delivery) {
        int taken = jdbc.sql("""
                        update monitor_report set written = ?, sha256 = ?, covers = ?, force_seen = ?, restrained = ?,
                            delivered_by = ?, delivered = ?
                        where reference = ? and party = ? and delivered is null
                        """)
                .params(
                        delivery.written(),
                        delivery.sha256(),
                        delivery.covers().stream().sorted().map(Phase::name).collect(Collectors.joining(",")),
                        delivery.force(),
                        delivery.restrained(),
                        delivery.by(),
                        Timestamp.from(delivery.at()),
                        reference.value(),
                        party.code())
                .update();
        if (taken == 0) {
            throw Conflict.of("closing.report.notAwaited", reference, party);
        }
    }

    @Override
    public Optional<Instant> operationEnded(OperationReference reference) {
        return jdbc
                .sql(
                        "select ended from operation_run where reference = ? and departed is not null and ended is not null")
                .param(reference.value())
                .query((row, number) -> row.getTimestamp("ended").toInstant())
                .list()
                .stream()
                .findFirst();
    }

    private static MonitorReport report(ResultSet row, int number) throws SQLException {
        return new MonitorReport(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("party")),
                row.getTimestamp("asked").toInstant(),
                row.getTimestamp("due").toInstant(),
                delivery(row));
    }

    private static @Nullable Delivery delivery(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("delivered");
        return at == null
                ? null
                : new Delivery(
                        row.getObject("written", LocalDate.class),
                        row.getString("sha256"),
                        phases(row.getString("covers")),
                        row.getInt("force_seen"),
                        row.getInt("restrained"),
                        row.getString("delivered_by"),
                        at.toInstant());
    }

    private static Set<Phase> phases(String covers) {
        return Stream.of(covers.split(",", -1)).map(Phase::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
