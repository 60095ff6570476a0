package org.jointflights.persistence.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.figures.FigureFilter;
import org.jointflights.application.figures.IndicatorCounts;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.Contribution;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.CountedFlight;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.LeftOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement for each figure, whatever the number of flights: a row for each flight and each of what is told apart. */
@Repository
class JdbcIndicatorCounts implements IndicatorCounts {

    /** Where a statement takes the conditions of the flights that are asked for. */
    private static final String CHOSEN = "{chosen}";

    private static final String FLIGHT = "select f.reference, f.real_date, f.destination, f.organiser, ";

    private static final String NOT_TOLD_APART = "null as party, null as aspect, ";

    /** Flights whose aircraft left, with the operation in which it did. */
    private static final String LEFT = """
             from flight f
            join operation_run o on o.reference = f.reference and o.departed is not null
                and o.run = (select max(run) from operation_run where reference = f.reference)
            """;

    /** A state that was counted on board and then withdrew, before the aircraft left, has not flown. */
    private static final String ABOARD = """
            left join (
                select b.reference, b.run, sum(b.returnees) as returnees,
                    sum(b.returnees + b.escorts + b.medical + b.interpreters + b.monitors + b.others
                        + b.destination_escorts) as everybody,
                    min(case when b.monitors > 0 then b.stop end) as watched_from
                from boarding b
                join participation p on p.reference = b.reference and p.party = b.party
                    and p.status in ('DECLARED', 'COMMITTED')
                group by b.reference, b.run) a on a.reference = f.reference and a.run = o.run
            """;

    /** What was paid to suppliers by the final accounts, less what a recovery has taken back of it. */
    private static final String PAID = """
            left join (
                select p.reference, min(p.currency) as currency, count(distinct p.currency) as currencies,
                    sum(p.amount_minor) as cost
                from posting p
                where p.kind = 'PAID' or (p.kind = 'RECOVERY' and p.reason = 'settlement.recovery.PAID')
                group by p.reference) m on m.reference = f.reference
            left join final_posting l on l.reference = f.reference
            """;

    private static final String COST_OF_FLOWN = "null as party, null as aspect, m.currency, m.cost as above, ";

    private static final String WITHOUT_COST = """
            case when l.reference is null then 'ACCOUNTS_OPEN' when m.currencies is null then 'NOTHING_POSTED'
                when m.currencies > 1 then 'SEVERAL_CURRENCIES'
            """;

    /** Whole seconds from one moment to another. */
    private static final String SECONDS = "cast(floor(extract(epoch from %s) - extract(epoch from %s)) as bigint)";

    private static final String CANCELLED = " exists (select 1 from cancellation c where c.reference = f.reference) ";

    /** Whether its aircraft left, by the last operation. */
    private static final String HAS_LEFT = """
             exists (select 1 from operation_run o where o.reference = f.reference and o.departed is not null
                and o.run = (select max(run) from operation_run where reference = f.reference))
            """;

    private static final String FATES = "select sum(case when" + HAS_LEFT + "then 1 else 0 end) as gone, sum(case when"
            + CANCELLED + "and not" + HAS_LEFT + "then 1 else 0 end) as cancelled, count(*) as flights"
            + " from flight f where 1 = 1" + CHOSEN;

    private static final String FILL_RATE = FLIGHT + NOT_TOLD_APART + """
            null as currency, coalesce(a.everybody, 0) as above, f.capacity as below,
            case when f.capacity <= 0 then 'NO_CAPACITY' end as left_out
            """ + LEFT + ABOARD + " where 1 = 1" + CHOSEN;

    private static final String RETURNEES_ABOARD =
            FLIGHT + NOT_TOLD_APART + """
            null as currency, coalesce(a.returnees, 0) as above, coalesce(a.everybody, 0) as below, null as left_out
            """ + LEFT + ABOARD + " where 1 = 1" + CHOSEN;

    private static final String COST_PER_PERSON =
            FLIGHT + COST_OF_FLOWN + """
            coalesce((select sum(h.handed_over) from hand_over h where h.reference = f.reference and h.run = o.run), 0)
                as below,
            """ + WITHOUT_COST + " end as left_out" + LEFT + PAID + " where 1 = 1" + CHOSEN;

    private static final String COST_PER_SEAT_KM =
            FLIGHT + COST_OF_FLOWN + """
            cast(f.capacity as bigint) * coalesce(r.km, 0) as below,
            """ + WITHOUT_COST + """
             when f.capacity <= 0 then 'NO_CAPACITY' when coalesce(r.km, 0) <= 0 then 'NO_ROUTE' end as left_out
            """ + LEFT + PAID + """
            left join (select reference, sum(km) as km from route_stop group by reference) r on r.reference = f.reference
            where 1 = 1
            """ + CHOSEN;

    private static final String LEAD_FROM_PROPOSAL = FLIGHT + NOT_TOLD_APART + "null as currency, "
            + SECONDS.formatted("f.departure", "t.at") + """
             as above, 1 as below, case when t.at is null then 'NO_PROPOSAL' end as left_out
            """ + LEFT + """
            left join (select reference, min(at) as at from trail where code = 'trail.proposed' group by reference) t
                on t.reference = f.reference
            where 1 = 1
            """ + CHOSEN;

    /** The contract that stood when the aircraft left is the one that was signed last. */
    private static final String SIGNED = """
            left join (select reference, max(signed_at) as at from contract group by reference) t
                on t.reference = f.reference
            where 1 = 1
            """;

    private static final String LEAD_FROM_CONTRACT = FLIGHT + NOT_TOLD_APART + "null as currency, "
            + SECONDS.formatted("f.departure", "t.at")
            + " as above, 1 as below, case when t.at is null then 'NO_CONTRACT' end as left_out" + LEFT + SIGNED
            + CHOSEN;

    private static final String SHORT_NOTICE = FLIGHT + NOT_TOLD_APART + "null as currency, case when "
            + SECONDS.formatted("f.departure", "t.at") + " < " + Indicator.HOURS_OF_NOTICE
            + " * 3600 then 1 else 0 end as above, 1 as below,"
            + " case when t.at is null then 'NO_CONTRACT' end as left_out" + LEFT + SIGNED + CHOSEN;

    private static final String OF_WAITS = """
            from task_wait w
            join flight f on f.reference = w.reference
            left join completed_task d on d.task_id = w.task_id
            where 1 = 1
            """;

    private static final String BY_STEP =
            " group by f.reference, f.real_date, f.destination, f.organiser, w.party, w.task";

    private static final String DAYS_WAITING =
            FLIGHT + "w.party, w.task as aspect, null as currency, sum(" + SECONDS.formatted("w.ended", "w.since")
                    + ") as above, count(*) as below, null as left_out " + OF_WAITS + CHOSEN + BY_STEP;

    /** What ended before its deadline otherwise, an offer with the flight for example, asks nobody for an answer any more. */
    private static final String WITH_DEADLINE =
            " and w.due is not null and (d.task_id is not null or w.ended >= w.due) ";

    private static final String LATE_ANSWERS = FLIGHT + """
            w.party, w.task as aspect, null as currency,
            sum(case when d.task_id is not null and w.ended > w.due then 1 else 0 end) as above, count(*) as below,
            null as left_out
            """ + OF_WAITS + WITH_DEADLINE + CHOSEN + BY_STEP;

    private static final String NO_ANSWERS = FLIGHT + """
            w.party, w.task as aspect, null as currency,
            sum(case when d.task_id is null then 1 else 0 end) as above, count(*) as below, null as left_out
            """ + OF_WAITS + WITH_DEADLINE + CHOSEN + BY_STEP;

    /** Staff stays aboard to the end: a leg is watched if a monitor has boarded before it. */
    private static final String MONITORED_LEGS = FLIGHT + NOT_TOLD_APART + """
            null as currency, sum(case when a.watched_from < g.stop then 1 else 0 end) as above, count(*) as below,
            null as left_out
            """ + LEFT + ABOARD + """
            join leg_time g on g.reference = o.reference and g.run = o.run and g.landed is not null
            where f.type <> 'VOLUNTARY'
            """ + CHOSEN
            + " group by f.reference, f.real_date, f.destination, f.organiser";

    private static final String OF_STATES = """
             from participation p
            join flight f on f.reference = p.reference
            where p.status in ('DECLARED', 'COMMITTED', 'WITHDRAWN')
            """ + " and (" + HAS_LEFT + " or" + CANCELLED + ") ";

    private static final String WITHDRAWALS = FLIGHT + """
            p.party, null as aspect, null as currency, case when p.status = 'WITHDRAWN' then 1 else 0 end as above,
            1 as below, null as left_out
            """ + OF_STATES + CHOSEN;

    private static final String WITHDRAWN_WHEN = FLIGHT + """
            p.party,
            case when p.days_before is null then 'UNKNOWN' when p.days_before >= 28 then 'FOUR_WEEKS'
                when p.days_before >= 7 then 'A_WEEK' when p.days_before >= 1 then 'A_DAY' else 'THE_DAY' end as aspect,
            null as currency, 1 as above, 0 as below, null as left_out
            """ + OF_STATES + " and p.status = 'WITHDRAWN'" + CHOSEN;

    private static final String WITHDRAWN_WHY = FLIGHT + """
            p.party, coalesce(p.cause, 'NOT_SAID') as aspect, null as currency, 1 as above, 0 as below, null as left_out
            """ + OF_STATES + " and p.status = 'WITHDRAWN'" + CHOSEN;

    private static final String TAKEN_OFF = FLIGHT + """
            t.party, t.cause as aspect, null as currency, sum(t.persons) as above, 0 as below, null as left_out
            """ + LEFT + """
            join taken_off t on t.reference = o.reference and t.run = o.run
            where 1 = 1
            """ + CHOSEN
            + " group by f.reference, f.real_date, f.destination, f.organiser, t.party, t.cause";

    private static final String CANCELLATIONS = FLIGHT + NOT_TOLD_APART + "null as currency, case when" + CANCELLED
            + "then 1 else 0 end as above, 1 as below, null as left_out from flight f where (" + HAS_LEFT + " or"
            + CANCELLED + ")" + CHOSEN;

    /** Told apart as a carrier's ladder is. */
    private static final String CANCELLED_BY = FLIGHT + """
            c.caused_by as party,
            case when c.seconds_before_departure > 432000 then 'FIVE_DAYS'
                when c.seconds_before_departure > 86400 then 'A_DAY_TO_FIVE' else 'LAST_DAY' end as aspect,
            null as currency, 1 as above, 0 as below, null as left_out
            from cancellation c
            join flight f on f.reference = c.reference
            where 1 = 1
            """ + CHOSEN;

    private static final String CARRIER_FEES = FLIGHT + NOT_TOLD_APART + """
            c.currency, sum(c.penalty_minor) as above, count(*) as below, null as left_out
            from contract c
            join flight f on f.reference = c.reference
            where c.released_at is not null and c.penalty_minor is not null
            """ + CHOSEN
            + " group by f.reference, f.real_date, f.destination, f.organiser, c.currency";

    /** One that cost nothing counts: so few do, and the mean is of all. */
    private static final String CANCELLATION_COST = FLIGHT + NOT_TOLD_APART + """
            coalesce(m.currency, 'EUR') as currency, coalesce(m.cost, 0) as above, 1 as below,
            case when l.reference is null and f.stage not in ('CLOSED', 'CANCELLED') then 'ACCOUNTS_OPEN'
                when m.currencies > 1 then 'SEVERAL_CURRENCIES' end as left_out
            from cancellation c
            join flight f on f.reference = c.reference
            """ + PAID + " where 1 = 1" + CHOSEN;

    private static final String ORDER = " order by 2, 1, 5, 6, 7";

    private final JdbcClient jdbc;

    JdbcIndicatorCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counted of(Indicator indicator, FigureFilter filter) {
        List<Contribution> contributions = new ArrayList<>();
        SortedMap<LeftOut, List<CountedFlight>> leftOut = new TreeMap<>();
        asked(sql(indicator) + ORDER, filter).query(row -> {
            CountedFlight flight = flight(row);
            String why = row.getString("left_out");
            if (why == null) {
                contributions.add(contribution(flight, row));
            } else {
                leftOut.computeIfAbsent(LeftOut.valueOf(why), first -> new ArrayList<>())
                        .add(flight);
            }
        });
        return new Counted(indicator, contributions, leftOut);
    }

    @Override
    public Fates fates(FigureFilter filter) {
        return asked(FATES, filter)
                .query((row, number) -> {
                    int left = row.getInt("gone");
                    int cancelled = row.getInt("cancelled");
                    return new Fates(left, cancelled, row.getInt("flights") - left - cancelled);
                })
                .single();
    }

    @Override
    public List<String> destinations() {
        return jdbc.sql("select distinct destination from flight order by destination")
                .query(String.class)
                .list();
    }

    @Override
    public List<Party> organisers() {
        return jdbc.sql("select distinct organiser from flight order by organiser")
                .query((row, number) -> new Party(row.getString("organiser")))
                .list();
    }

    private static String sql(Indicator indicator) {
        return switch (indicator) {
            case FILL_RATE -> FILL_RATE;
            case RETURNEES_ABOARD -> RETURNEES_ABOARD;
            case COST_PER_PERSON -> COST_PER_PERSON;
            case COST_PER_SEAT_KM -> COST_PER_SEAT_KM;
            case LEAD_FROM_PROPOSAL -> LEAD_FROM_PROPOSAL;
            case LEAD_FROM_CONTRACT -> LEAD_FROM_CONTRACT;
            case SHORT_NOTICE -> SHORT_NOTICE;
            case DAYS_WAITING -> DAYS_WAITING;
            case LATE_ANSWERS -> LATE_ANSWERS;
            case NO_ANSWERS -> NO_ANSWERS;
            case MONITORED_LEGS -> MONITORED_LEGS;
            case WITHDRAWALS -> WITHDRAWALS;
            case WITHDRAWN_WHEN -> WITHDRAWN_WHEN;
            case WITHDRAWN_WHY -> WITHDRAWN_WHY;
            case TAKEN_OFF -> TAKEN_OFF;
            case CANCELLATIONS -> CANCELLATIONS;
            case CANCELLED_BY -> CANCELLED_BY;
            case CARRIER_FEES -> CARRIER_FEES;
            case CANCELLATION_COST -> CANCELLATION_COST;
        };
    }

    private JdbcClient.StatementSpec asked(String sql, FigureFilter filter) {
        String destination = filter.destination();
        Party organiser = filter.organiser();
        String chosen = " and f.real_date between :first and :last "
                + (destination == null ? "" : "and f.destination = :destination ")
                + (organiser == null ? "" : "and f.organiser = :organiser ");
        JdbcClient.StatementSpec asked = jdbc.sql(sql.replace(CHOSEN, chosen))
                .param("first", filter.firstDay())
                .param("last", filter.lastDay());
        if (destination != null) {
            asked = asked.param("destination", destination);
        }
        return organiser == null ? asked : asked.param("organiser", organiser.code());
    }

    private static CountedFlight flight(ResultSet row) throws SQLException {
        return new CountedFlight(
                new OperationReference(row.getString("reference")),
                row.getObject("real_date", LocalDate.class),
                row.getString("destination"),
                new Party(row.getString("organiser")));
    }

    private static Contribution contribution(CountedFlight flight, ResultSet row) throws SQLException {
        String party = row.getString("party");
        String currency = row.getString("currency");
        return new Contribution(
                flight,
                party == null ? null : new Party(party),
                row.getString("aspect"),
                currency == null ? null : Currency.getInstance(currency),
                row.getLong("above"),
                row.getLong("below"));
    }
}
