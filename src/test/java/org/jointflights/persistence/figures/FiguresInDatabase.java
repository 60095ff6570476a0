package org.jointflights.persistence.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.figures.Indicator.CANCELLATIONS;
import static org.jointflights.domain.figures.Indicator.CANCELLATION_COST;
import static org.jointflights.domain.figures.Indicator.CANCELLED_BY;
import static org.jointflights.domain.figures.Indicator.CARRIER_FEES;
import static org.jointflights.domain.figures.Indicator.COST_PER_PERSON;
import static org.jointflights.domain.figures.Indicator.COST_PER_SEAT_KM;
import static org.jointflights.domain.figures.Indicator.DAYS_WAITING;
import static org.jointflights.domain.figures.Indicator.FILL_RATE;
import static org.jointflights.domain.figures.Indicator.LATE_ANSWERS;
import static org.jointflights.domain.figures.Indicator.LEAD_FROM_CONTRACT;
import static org.jointflights.domain.figures.Indicator.LEAD_FROM_PROPOSAL;
import static org.jointflights.domain.figures.Indicator.MONITORED_LEGS;
import static org.jointflights.domain.figures.Indicator.NO_ANSWERS;
import static org.jointflights.domain.figures.Indicator.RETURNEES_ABOARD;
import static org.jointflights.domain.figures.Indicator.SHORT_NOTICE;
import static org.jointflights.domain.figures.Indicator.TAKEN_OFF;
import static org.jointflights.domain.figures.Indicator.WITHDRAWALS;
import static org.jointflights.domain.figures.Indicator.WITHDRAWN_WHEN;
import static org.jointflights.domain.figures.Indicator.WITHDRAWN_WHY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jointflights.application.figures.FigureFilter;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.Contribution;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.LeftOut;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every figure over 500 flights of chance, asked for once more in SQL that shares nothing with the application's: what is above
 * the line and what is below it are counted apart, each by what it is told apart by; times are measured row by row.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FiguresInDatabase {

    private static final int FLIGHTS = 500;

    /** Of which flights, to the application and in SQL. */
    private static final Map<FigureFilter, String> SCOPES = Map.of(
            FigureFilter.EVERYTHING,
            "1 = 1",
            new FigureFilter(LocalDate.of(2027, 3, 1), LocalDate.of(2028, 2, 29), null, null),
            "real_date >= date '2027-03-01' and real_date < date '2028-03-01'",
            new FigureFilter(null, LocalDate.of(2028, 6, 30), "Côte d'Ivoire", null),
            "not real_date > date '2028-06-30' and destination like 'C%'",
            new FigureFilter(LocalDate.of(2027, 6, 1), null, "Nigeria", new Party("FR")),
            "destination = 'Nigeria' and organiser = 'FR' and not real_date < date '2027-06-01'",
            new FigureFilter(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31), null, null),
            "1 = 0");

    private static final String FLEW = """
             (x.reference, x.run) in (select r.reference, r.run from operation_run r where r.departed is not null
                and not exists (select 1 from operation_run later where later.reference = r.reference and later.run > r.run))
            """;

    private static final String THAT_FLEW =
            " reference in (select x.reference from operation_run x where" + FLEW + ") ";

    private static final String STAYED = """
             exists (select 1 from participation p where p.reference = x.reference and p.party = x.party
                and p.status not in ('INVITED', 'DECLINED', 'WITHDRAWN'))
            """;

    private static final String SCOPED = " reference in (select reference from flight where {scope}) ";

    private static final String COST =
            " (kind = 'PAID' or reason = 'settlement.recovery.PAID') and kind in ('PAID', 'RECOVERY') ";

    private static final String ONE_CURRENCY = " reference in (select reference from posting where" + COST
            + "group by reference having min(currency) = max(currency)) ";

    private static final String FINAL = " reference in (select reference from final_posting) ";

    private static final String WITH_SEATS_AND_ROUTE = """
             reference in (select s.reference from flight s where s.capacity > 0
                and (select max(km) from route_stop k where k.reference = s.reference) > 0)
            """;

    private static final String THEIR_CURRENCY =
            "(select distinct reference as of_flight, currency from posting where" + COST + ") money";

    private static final String ALL_PEOPLE =
            "sum(returnees) + sum(escorts) + sum(medical) + sum(interpreters) + sum(monitors) + sum(others)"
                    + " + sum(destination_escorts)";

    private static final String DONE = " task_id in (select task_id from completed_task) ";

    private static final String PARTY_AND_STEP = "coalesce(party, '') || '|' || task";

    private static final String OVER = " (" + THAT_FLEW + "or reference in (select reference from cancellation)) ";

    private static final Map<Indicator, String> ABOVE = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    FILL_RATE,
                    "select '', " + ALL_PEOPLE + " from boarding x where" + FLEW + "and" + STAYED + "and" + SCOPED
                            + "and reference in (select reference from flight where capacity > 0)"),
            Map.entry(
                    RETURNEES_ABOARD,
                    "select '', sum(returnees) from boarding x where" + FLEW + "and" + STAYED + "and" + SCOPED),
            Map.entry(
                    COST_PER_PERSON,
                    "select currency, sum(amount_minor) from posting where" + COST + "and" + FINAL + "and"
                            + ONE_CURRENCY + "and" + THAT_FLEW + "and" + SCOPED + "group by currency"),
            Map.entry(
                    COST_PER_SEAT_KM,
                    "select currency, sum(amount_minor) from posting where" + COST + "and" + FINAL + "and"
                            + ONE_CURRENCY + "and" + THAT_FLEW + "and" + WITH_SEATS_AND_ROUTE + "and" + SCOPED
                            + "group by currency"),
            Map.entry(
                    LATE_ANSWERS,
                    "select " + PARTY_AND_STEP + ", count(*) from task_wait where due < ended and" + DONE + "and"
                            + SCOPED + "group by party, task"),
            Map.entry(
                    NO_ANSWERS,
                    "select " + PARTY_AND_STEP + ", count(*) from task_wait where not due > ended and not" + DONE
                            + "and" + SCOPED + "group by party, task"),
            Map.entry(
                    MONITORED_LEGS,
                    "select '', count(*) from leg_time x where landed is not null and" + FLEW + "and" + SCOPED
                            + "and reference not in (select reference from flight where type = 'VOLUNTARY') and exists ("
                            + "select 1 from boarding b, participation p where b.reference = x.reference and b.run = x.run"
                            + " and b.stop < x.stop and b.monitors >= 1 and p.reference = b.reference and p.party = b.party"
                            + " and p.status <> 'WITHDRAWN' and p.status <> 'DECLINED' and p.status <> 'INVITED')"),
            Map.entry(
                    WITHDRAWALS,
                    "select party || '|', count(*) from participation where status = 'WITHDRAWN' and" + OVER + "and"
                            + SCOPED + "group by party"),
            Map.entry(
                    WITHDRAWN_WHEN,
                    "select party || '|' || bucket, count(*) from (select reference, party, coalesce(case days_before"
                            + " when 0 then 'THE_DAY' when 1 then 'A_DAY' when 6 then 'A_DAY' when 7 then 'A_WEEK'"
                            + " when 27 then 'A_WEEK' when 28 then 'FOUR_WEEKS' when 60 then 'FOUR_WEEKS' end, 'UNKNOWN')"
                            + " as bucket from participation where status = 'WITHDRAWN') w where" + OVER + "and"
                            + SCOPED
                            + "group by party, bucket"),
            Map.entry(
                    WITHDRAWN_WHY,
                    "select party || '|' || cause, count(cause) from participation where cause > '' and status = 'WITHDRAWN'"
                            + " and" + OVER + "and" + SCOPED + "group by party, cause union all"
                            + " select party || '|NOT_SAID', count(*) - count(cause) from participation where"
                            + " status = 'WITHDRAWN' and" + OVER + "and" + SCOPED
                            + "group by party having count(*) > count(cause)"),
            Map.entry(
                    TAKEN_OFF,
                    "select party || '|' || cause, sum(persons) from taken_off x where" + FLEW + "and" + SCOPED
                            + "group by party, cause"),
            Map.entry(CANCELLATIONS, "select '', count(*) from cancellation where" + SCOPED),
            Map.entry(
                    CANCELLED_BY,
                    "select coalesce(caused_by, '') || '|' || ladder, count(*) from (select reference, caused_by,"
                            + " case when seconds_before_departure <= 24 * 3600 then 'LAST_DAY'"
                            + " when seconds_before_departure <= 5 * 24 * 3600 then 'A_DAY_TO_FIVE' else 'FIVE_DAYS' end"
                            + " as ladder from cancellation) c where" + SCOPED + "group by caused_by, ladder"),
            Map.entry(
                    CARRIER_FEES,
                    "select currency, sum(penalty_minor) from contract where released_at is not null and" + SCOPED
                            + "group by currency"),
            Map.entry(
                    CANCELLATION_COST,
                    "select currency, sum(amount_minor) from posting where" + COST + "and" + FINAL + "and"
                            + ONE_CURRENCY + "and reference in (select reference from cancellation) and" + SCOPED
                            + "group by currency")));

    private static final Map<Indicator, String> BELOW = new EnumMap<>(Map.ofEntries(
            Map.entry(FILL_RATE, "select '', sum(capacity) from flight where" + THAT_FLEW + "and {scope}"),
            Map.entry(
                    RETURNEES_ABOARD,
                    "select '', " + ALL_PEOPLE + " from boarding x where" + FLEW + "and" + STAYED + "and" + SCOPED),
            Map.entry(
                    COST_PER_PERSON,
                    "select money.currency, sum(x.handed_over) from hand_over x, " + THEIR_CURRENCY
                            + " where of_flight = reference and" + FLEW + "and" + FINAL + "and" + ONE_CURRENCY + "and"
                            + SCOPED + "group by money.currency"),
            Map.entry(
                    COST_PER_SEAT_KM,
                    "select money.currency, sum(cast(capacity as bigint) * km) from (select f.reference, f.capacity, s.km"
                            + " from flight f, route_stop s where s.reference = f.reference and f.capacity > 0) r, "
                            + THEIR_CURRENCY + " where of_flight = reference and" + THAT_FLEW + "and" + FINAL + "and"
                            + ONE_CURRENCY + "and" + SCOPED + "group by money.currency"),
            Map.entry(
                    LATE_ANSWERS,
                    "select " + PARTY_AND_STEP + ", count(due) from task_wait where (" + DONE
                            + "or not ended < due) and" + SCOPED + "group by party, task"),
            Map.entry(
                    NO_ANSWERS,
                    "select " + PARTY_AND_STEP + ", count(due) from task_wait where (" + DONE
                            + "or not ended < due) and" + SCOPED + "group by party, task"),
            Map.entry(
                    MONITORED_LEGS,
                    "select '', count(landed) from leg_time x where" + FLEW + "and" + SCOPED
                            + "and reference not in (select reference from flight where type = 'VOLUNTARY')"),
            Map.entry(
                    WITHDRAWALS,
                    "select party || '|', count(*) from participation where status <> 'INVITED' and status <> 'DECLINED' and"
                            + OVER + "and" + SCOPED + "group by party"),
            Map.entry(CANCELLATIONS, "select '', count(*) from flight where" + OVER + "and {scope}"),
            Map.entry(
                    CARRIER_FEES,
                    "select currency, count(penalty_minor) from contract where released_at is not null and" + SCOPED
                            + "group by currency"),
            Map.entry(
                    CANCELLATION_COST,
                    "select currency, count(*) from (select c.reference, coalesce(money.currency, 'EUR') as currency"
                            + " from cancellation c left join " + THEIR_CURRENCY
                            + " on of_flight = c.reference) c where"
                            + FINAL + "and reference not in (select reference from posting where" + COST
                            + "group by reference having min(currency) < max(currency)) and" + SCOPED
                            + "group by currency")));

    /** Whose seconds are measured, from when to when; and how many there are. */
    private static final Map<Indicator, String> TIMES = new EnumMap<>(Map.of(
            LEAD_FROM_PROPOSAL,
            "select '', t.at, f.departure from flight f join trail t on t.reference = f.reference and t.code like '%proposed'"
                    + " where f." + THAT_FLEW.strip() + " and {scope}",
            LEAD_FROM_CONTRACT,
            "select '', c.signed_at, f.departure from flight f join contract c on c.reference = f.reference"
                    + " where not exists (select 1 from contract d where d.reference = c.reference"
                    + " and d.signed_at > c.signed_at) and f." + THAT_FLEW.strip() + " and {scope}",
            DAYS_WAITING,
            "select " + PARTY_AND_STEP + ", since, ended from task_wait where" + SCOPED));

    private final String vendor;
    private final DataSource database;
    private final JdbcClient sql;
    private final JdbcIndicatorCounts counts;

    FiguresInDatabase(String vendor, DataSource database) {
        this.vendor = vendor;
        this.database = database;
        sql = JdbcClient.create(database);
        counts = new JdbcIndicatorCounts(sql);
    }

    @BeforeAll
    void fill() {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration", "db/" + vendor)
                .load()
                .migrate();
        new GeneratedOperations(20270301, FLIGHTS, 2027).insert(database);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_what_other_sql_makes_of_the_same_tables(Indicator indicator) {
        SCOPES.forEach((filter, scope) -> {
            Counted counted = counts.of(indicator, filter);
            Map<String, Long> above = new TreeMap<>();
            Map<String, Long> below = new TreeMap<>();
            for (Contribution one : counted.contributions()) {
                add(above, key(indicator, one), one.above());
                add(below, key(indicator, one), one.below());
            }

            if (TIMES.containsKey(indicator) || indicator == SHORT_NOTICE) {
                Map<String, Long> seconds = new TreeMap<>();
                Map<String, Long> number = new TreeMap<>();
                measured(indicator, scope, seconds, number);
                assertThat(above).as("%s above, %s", indicator, filter).isEqualTo(seconds);
                assertThat(below).as("%s below, %s", indicator, filter).isEqualTo(number);
            } else {
                assertThat(above).as("%s above, %s", indicator, filter).isEqualTo(sums(ABOVE.get(indicator), scope));
                assertThat(below).as("%s below, %s", indicator, filter).isEqualTo(sums(BELOW.get(indicator), scope));
            }
            if (filter.equals(FigureFilter.EVERYTHING)) {
                assertThat(above).as("nothing is compared with nothing").isNotEmpty();
            }
        });
    }

    @Test
    void a_flight_that_left_is_counted_or_it_is_said_why_not() {
        SCOPES.forEach((filter, scope) -> {
            int left = sql.sql("select count(*) from flight where" + THAT_FLEW + "and " + scope)
                    .query(Integer.class)
                    .single();
            assertThat(counts.fates(filter).left()).isEqualTo(left);
            assertThat(counts.fates(filter).cancelled())
                    .isEqualTo(sql.sql("select count(*) from cancellation where" + SCOPED.replace("{scope}", scope))
                            .query(Integer.class)
                            .single());
            for (Indicator indicator : new Indicator[] {
                FILL_RATE,
                RETURNEES_ABOARD,
                COST_PER_PERSON,
                COST_PER_SEAT_KM,
                LEAD_FROM_PROPOSAL,
                LEAD_FROM_CONTRACT,
                SHORT_NOTICE
            }) {
                Counted counted = counts.of(indicator, filter);
                assertThat(counted.values().stream()
                                        .mapToInt(value -> value.flights())
                                        .sum()
                                + counted.leftOutFlights())
                        .as("%s, %s", indicator, filter)
                        .isEqualTo(left);
            }
        });
        assertThat(counts.of(COST_PER_SEAT_KM, FigureFilter.EVERYTHING).leftOut())
                .containsOnlyKeys(
                        LeftOut.ACCOUNTS_OPEN,
                        LeftOut.NOTHING_POSTED,
                        LeftOut.SEVERAL_CURRENCIES,
                        LeftOut.NO_CAPACITY,
                        LeftOut.NO_ROUTE);
    }

    @Test
    void what_can_be_chosen_is_what_flights_have() {
        assertThat(counts.destinations()).containsExactlyInAnyOrderElementsOf(GeneratedOperations.DESTINATIONS);
        assertThat(counts.organisers()).extracting(Party::code).isEqualTo(GeneratedOperations.STATES);
    }

    private void measured(Indicator indicator, String scope, Map<String, Long> seconds, Map<String, Long> number) {
        String asked = TIMES.getOrDefault(indicator, TIMES.get(LEAD_FROM_CONTRACT));
        sql.sql(asked.replace("{scope}", scope)).query(row -> {
            long whole = Duration.between(
                            row.getObject(2, OffsetDateTime.class), row.getObject(3, OffsetDateTime.class))
                    .toSeconds();
            boolean isShort = whole < Duration.ofDays(7).toSeconds();
            add(seconds, row.getString(1), indicator == SHORT_NOTICE ? (isShort ? 1 : 0) : whole);
            add(number, row.getString(1), 1);
        });
    }

    private Map<String, Long> sums(@Nullable String asked, String scope) {
        Map<String, Long> sums = new TreeMap<>();
        if (asked != null) {
            sql.sql(asked.replace("{scope}", scope)).query(row -> {
                add(sums, row.getString(1), row.getLong(2));
            });
        }
        return sums;
    }

    private static String key(Indicator indicator, Contribution one) {
        if (indicator.unit().isMoney()) {
            return String.valueOf(one.currency());
        }
        Party party = one.party();
        String aspect = one.aspect();
        return indicator.isByParty() ? (party == null ? "" : party.code()) + "|" + (aspect == null ? "" : aspect) : "";
    }

    /** Noughts are no difference. */
    private static void add(Map<String, Long> sums, String key, long more) {
        if (more != 0) {
            sums.merge(key, more, Long::sum);
        }
    }
}
