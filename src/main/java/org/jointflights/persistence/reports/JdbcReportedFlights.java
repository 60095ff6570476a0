package org.jointflights.persistence.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.reports.ReportedFlights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.reports.FlightFacts;
import org.jointflights.domain.reports.FlightFacts.Aboard;
import org.jointflights.domain.reports.FlightFacts.Left;
import org.jointflights.domain.reports.FlightFacts.Ordered;
import org.jointflights.domain.reports.FlightFacts.Owed;
import org.jointflights.domain.reports.FlightFacts.Said;
import org.jointflights.domain.reports.FlightFacts.Suspended;
import org.jointflights.domain.reports.HalfYear;
import org.jointflights.domain.reports.OperationFate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement for each table, whatever the number of flights. */
@Repository
class JdbcReportedFlights implements ReportedFlights {

    /** Those of the half-year that left or were to leave, with their last operation. */
    private static final String FLIGHTS = """
            select f.reference, f.type, f.departure, f.zone, o.departed, o.outcome,
                   c.reference is not null as cancelled
            from flight f
            left join operation_run o on o.reference = f.reference
                and o.run = (select max(run) from operation_run where reference = f.reference)
            left join cancellation c on c.reference = f.reference
            where f.real_date between :first and :last
              and (o.departed is not null or o.outcome is not null or c.reference is not null)
            order by f.reference
            """;

    private static final String OF_HALF_YEAR =
            " join flight f on f.reference = t.reference and f.real_date between :first and :last ";

    private static final String LAST_RUN =
            " and t.run = (select max(run) from operation_run where reference = t.reference) ";

    /** A state that was counted on board and then withdrew, before the aircraft left, has not flown. */
    private static final String ABOARD = """
            select t.reference, t.party, t.stop, t.returnees, t.escorts, t.medical, t.interpreters, t.monitors, t.others,
                   t.destination_escorts, h.handed_over, h.going_back, b.landed, b.missing
            from boarding t
            join flight f on f.reference = t.reference and f.real_date between :first and :last
            join operation_run o on o.reference = t.reference and o.run = t.run and o.departed is not null
            join participation p on p.reference = t.reference and p.party = t.party
                and p.status in ('DECLARED', 'COMMITTED')
            left join hand_over h on h.reference = t.reference and h.run = t.run and h.party = t.party
            left join landed_back b on b.reference = t.reference and b.run = t.run and b.party = t.party
            where t.run = (select max(run) from operation_run where reference = t.reference)
            order by t.reference, t.party
            """;

    private static final String LEGS = "select t.reference, t.stop from leg_time t" + OF_HALF_YEAR
            + "where t.landed is not null" + LAST_RUN + "order by t.reference, t.stop";

    private static final String REPORTS = "select t.reference, t.due, t.delivered, t.covers from monitor_report t"
            + OF_HALF_YEAR + "order by t.reference, t.party";

    private static final String ORDERS = "select t.reference, t.party, t.cause, t.lifted_at from stop_order t"
            + OF_HALF_YEAR + "order by t.reference, t.number";

    private static final String ANSWERS =
            "select t.reference, t.party, t.gate, t.point, t.stop, t.verdict, t.at from gate_answer t" + OF_HALF_YEAR
                    + "where 1 = 1" + LAST_RUN + "order by t.reference, t.id";

    private static final String LEFT = "select t.reference, t.party, t.point, t.cause, t.persons from taken_off t"
            + OF_HALF_YEAR + "where 1 = 1" + LAST_RUN + "order by t.reference, t.id";

    private static final String SUSPENSIONS =
            "select t.reference, t.resumed_at from suspension t" + OF_HALF_YEAR + "order by t.reference, t.number";

    private final JdbcClient jdbc;

    JdbcReportedFlights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one row says. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows of one table, by flight. */
    private record Rows<T>(Map<String, List<T>> byFlight) {
        List<T> of(String reference) {
            return byFlight.getOrDefault(reference, List.of());
        }
    }

    @Override
    public List<FlightFacts> of(HalfYear half) {
        Rows<Aboard> aboard = rows(half, ABOARD, JdbcReportedFlights::aboard);
        Rows<Integer> legs = rows(half, LEGS, row -> row.getInt("stop"));
        Rows<Owed> reports = rows(half, REPORTS, JdbcReportedFlights::owed);
        Rows<Ordered> orders = rows(half, ORDERS, JdbcReportedFlights::ordered);
        Rows<Said> answers = rows(half, ANSWERS, JdbcReportedFlights::said);
        Rows<Left> left = rows(half, LEFT, JdbcReportedFlights::left);
        Rows<Suspended> suspensions =
                rows(half, SUSPENSIONS, row -> new Suspended(row.getTimestamp("resumed_at") != null));
        return jdbc.sql(FLIGHTS)
                .param("first", half.firstDay())
                .param("last", half.lastDay())
                .query((row, number) -> {
                    String reference = row.getString("reference");
                    return new FlightFacts(
                            new OperationReference(reference),
                            FlightType.valueOf(row.getString("type")),
                            row.getTimestamp("departure").toInstant().atZone(ZoneId.of(row.getString("zone"))),
                            fate(row),
                            aboard.of(reference),
                            legs.of(reference),
                            reports.of(reference),
                            orders.of(reference),
                            answers.of(reference),
                            left.of(reference),
                            suspensions.of(reference));
                })
                .list();
    }

    @Override
    public List<HalfYear> halfYears() {
        return jdbc.sql("""
                        select distinct extract(year from f.real_date) as its_year,
                            case when extract(month from f.real_date) <= 6 then 1 else 2 end as its_half
                        from flight f
                        where exists (select 1 from cancellation c where c.reference = f.reference)
                           or exists (select 1 from operation_run o where o.reference = f.reference
                                and o.run = (select max(run) from operation_run where reference = f.reference)
                                and (o.departed is not null or o.outcome is not null))
                        order by its_year desc, its_half desc
                        """)
                .query((row, number) -> new HalfYear(row.getInt("its_year"), row.getInt("its_half")))
                .list();
    }

    private <T> Rows<T> rows(HalfYear half, String sql, Reading<T> reading) {
        Map<String, List<T>> byFlight = new HashMap<>();
        jdbc.sql(sql)
                .param("first", half.firstDay())
                .param("last", half.lastDay())
                .query(row -> {
                    byFlight.computeIfAbsent(row.getString("reference"), first -> new ArrayList<>())
                            .add(reading.of(row));
                });
        return new Rows<>(byFlight);
    }

    /** An operation that was called back is cancelled if the flight was, and has left only if it is not over otherwise. */
    private static OperationFate fate(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        boolean cancelled = row.getBoolean("cancelled");
        if (outcome == null) {
            return row.getTimestamp("departed") == null ? OperationFate.CANCELLED : OperationFate.UNDER_WAY;
        }
        OperationFate ended = OperationFate.valueOf(outcome);
        return ended == OperationFate.RECALLED && cancelled ? OperationFate.CANCELLED : ended;
    }

    private static Aboard aboard(ResultSet row) throws SQLException {
        int landed = row.getInt("landed");
        boolean counted = !row.wasNull();
        return new Aboard(
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
                row.getInt("handed_over"),
                row.getInt("going_back"),
                counted ? landed : null,
                row.getInt("missing"));
    }

    private static Owed owed(ResultSet row) throws SQLException {
        String covers = row.getString("covers");
        return new Owed(
                row.getTimestamp("due").toInstant(),
                instant(row.getTimestamp("delivered")),
                covers == null
                        ? Set.of()
                        : Stream.of(covers.split(",")).map(Phase::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private static Ordered ordered(ResultSet row) throws SQLException {
        return new Ordered(
                row.getString("party") == null,
                Cause.valueOf(row.getString("cause")),
                row.getTimestamp("lifted_at") != null);
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                new Question(
                        new Party(row.getString("party")),
                        Gate.numbered(row.getString("gate")),
                        GatePoint.valueOf(row.getString("point")),
                        row.getInt("stop")),
                Verdict.valueOf(row.getString("verdict")),
                row.getTimestamp("at").toInstant());
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                new Party(row.getString("party")),
                GatePoint.valueOf(row.getString("point")),
                Cause.valueOf(row.getString("cause")),
                row.getInt("persons"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
