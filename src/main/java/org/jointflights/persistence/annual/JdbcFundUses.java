package org.jointflights.persistence.annual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.annual.FundUses;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.annual.StateYear.OfFlight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement a table, whatever the number of flights. */
@Repository
class JdbcFundUses implements FundUses {

    /**
     * Of each decision that pays something: whether it binds, and whether the accounts of its flight are final; 1 for yes,
     * since H2 cannot push a condition on an EXISTS into the select.
     */
    private static final String DECISIONS = """
            from (select d.reference, d.fund, d.beneficiary, d.ceiling, f.stage,
                    case when exists (select 1 from plan_version v where v.reference = d.reference
                        and v.committed is not null and v.voided is null) then 1 else 0 end as binds,
                    case when f.stage in ('CLOSED', 'CANCELLED')
                        or exists (select 1 from final_posting p where p.reference = d.reference) then 1 else 0 end as ended
                from financial_decision d join flight f on f.reference = d.reference
                where f.real_date between :first and :last and d.percent > 0) d
            """;

    private static final String PROMISES =
            """
            select d.fund, d.beneficiary,
                sum(case when d.binds = 0 and d.stage not in ('CLOSED', 'CANCELLED', 'GIVEN_UP')
                    then d.ceiling else 0 end) as under_way,
                sum(case when d.binds = 1 and d.ended = 0 then d.ceiling else 0 end) as promised,
                sum(case when d.binds = 1 and d.ended = 1 then d.ceiling else 0 end) as ended_ceilings,
                sum(case when d.binds = 1 and d.ended = 1 then 1 else 0 end) as ended_flights
            """ + DECISIONS + " group by d.fund, d.beneficiary order by d.fund, d.beneficiary";

    /** What beneficiaries got, and what of it was paid; the funds' own side is the opposite. */
    private static final String GRANTS = """
            select p.fund, p.party,
                sum(case when p.kind not in ('PAYMENT', 'NETTING', 'WAIVER', 'INTEREST') then p.amount_minor else 0 end) as certified,
                sum(case when p.kind not in ('PAYMENT', 'NETTING', 'WAIVER', 'INTEREST') and (f.stage in ('CLOSED', 'CANCELLED')
                        or exists (select 1 from final_posting l where l.reference = p.reference))
                    then p.amount_minor else 0 end) as ended,
                -sum(case when p.kind in ('PAYMENT', 'NETTING', 'INTEREST') then p.amount_minor else 0 end) as paid
            from posting p join flight f on f.reference = p.reference
            where f.real_date between :first and :last and p.fund <> 'NATIONAL' and p.currency = 'EUR'
                and exists (select 1 from financial_decision d
                    where d.reference = p.reference and d.beneficiary = p.party)
            group by p.fund, p.party
            """;

    private static final String FOR_OTHERS =
            " where d.binds = 1 and d.fund = :fund and d.beneficiary = :beneficiary and d.reference <> :without";

    /** What is bound for other flights: ceilings while accounts are open, afterwards what they came to. */
    private static final String COMMITTED =
            "select coalesce(sum(c.amount), 0) from (select d.ceiling as amount " + DECISIONS
                    + FOR_OTHERS + " and d.ended = 0 union all select p.amount_minor " + DECISIONS + """
             join posting p on p.reference = d.reference and p.party = d.beneficiary and p.fund = d.fund and p.currency = 'EUR'
                and p.kind not in ('PAYMENT', 'NETTING', 'WAIVER', 'INTEREST')
            """ + FOR_OTHERS
                    + " and d.ended = 1) c";

    /** As {@link org.jointflights.domain.costs.CostItem#amount} is: net and the VAT that nobody gives back, or what it became in euro. */
    private static final String PLANNED = """
            select b.payer, case when c.id is null then b.currency else 'EUR' end as in_currency,
                sum(case when c.id is null then b.net + case when b.vat_recoverable then 0 else b.vat end else c.euro end)
                    as planned
            from budget_line b
            join flight f on f.reference = b.reference
            left join conversion c on c.id = b.conversion
            where f.real_date between :first and :last and f.stage in ('PLANNING', 'COST_SHARING')
                and not b.left_out and not b.removed
                and not exists (select 1 from financial_decision d where d.reference = b.reference)
            group by b.payer, case when c.id is null then b.currency else 'EUR' end
            """;

    private static final String FLIGHTS = """
            select f.reference, f.real_date, f.destination, f.stage, f.organiser,
                coalesce((select b.returnees from boarding b
                    join operation_run o on o.reference = b.reference and o.run = b.run and o.departed is not null
                    where b.reference = f.reference and b.party = t.party
                        and b.run = (select max(run) from operation_run where reference = f.reference)), 0) as returnees,
                m.spent, m.granted, m.bore, m.settled
            from participation t
            join flight f on f.reference = t.reference
            left join (
                select p.reference,
                    sum(case when p.kind = 'PAID' then p.amount_minor else 0 end) as spent,
                    -sum(case when p.kind = 'GRANT' or p.reason = 'settlement.recovery.GRANT' then p.amount_minor else 0 end)
                        as granted,
                    -sum(case when p.kind not in ('PAID', 'GRANT', 'PAYMENT', 'NETTING', 'WAIVER')
                        and p.reason <> 'settlement.recovery.GRANT' then p.amount_minor else 0 end) as bore,
                    sum(case when p.kind in ('PAYMENT', 'NETTING', 'WAIVER') then p.amount_minor else 0 end) as settled
                from posting p join flight g on g.reference = p.reference
                where p.party = :party and p.fund = 'NATIONAL' and p.currency = 'EUR'
                    and g.real_date between :first and :last
                group by p.reference) m on m.reference = f.reference
            where t.party = :party and f.real_date between :first and :last
                and (t.status in ('DECLARED', 'COMMITTED') or m.reference is not null)
            order by f.real_date, f.reference
            """;

    /** Those that take part, and those that left or never came and have something in the accounts all the same. */
    private static final String STATES = """
            select t.party, count(*) as flights from participation t join flight f on f.reference = t.reference
            where f.real_date between :first and :last and (t.status in ('DECLARED', 'COMMITTED')
                or exists (select 1 from posting p where p.reference = t.reference and p.party = t.party))
            group by t.party
            """;

    private final JdbcClient jdbc;

    JdbcFundUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was posted of one fund for one state. */
    private record Granted(Money certified, Money ended, Money paid) {

        static final Granted NOTHING = new Granted(Money.euro(0), Money.euro(0), Money.euro(0));
    }

    @Override
    public List<Integer> years() {
        return jdbc.sql("select distinct extract(year from real_date) as flown from flight order by flown desc")
                .query((row, number) -> row.getInt("flown"))
                .list();
    }

    @Override
    public List<FundUse> of(int year) {
        Map<String, Granted> granted = new HashMap<>();
        inYear(GRANTS, year).query(row -> {
            granted.put(
                    row.getString("fund") + row.getString("party"),
                    new Granted(euro(row, "certified"), euro(row, "ended"), euro(row, "paid")));
        });
        return inYear(PROMISES, year)
                .query((row, number) -> {
                    Granted got =
                            granted.getOrDefault(row.getString("fund") + row.getString("beneficiary"), Granted.NOTHING);
                    return new FundUse(
                            Fund.valueOf(row.getString("fund")),
                            new Party(row.getString("beneficiary")),
                            null,
                            euro(row, "under_way"),
                            euro(row, "promised"),
                            new FundUse.Ended(row.getInt("ended_flights"), euro(row, "ended_ceilings"), got.ended),
                            got.certified,
                            got.paid);
                })
                .list();
    }

    @Override
    public Money committed(Fund fund, Party beneficiary, int year, OperationReference without) {
        return inYear(COMMITTED, year)
                .param("fund", fund.name())
                .param("beneficiary", beneficiary.code())
                .param("without", without.value())
                .query((row, number) -> Money.euro(row.getLong(1)))
                .single();
    }

    @Override
    public Map<Party, Map<Currency, Money>> planned(int year) {
        Map<Party, Map<Currency, Money>> planned = new TreeMap<>();
        inYear(PLANNED, year).query(row -> {
            Currency currency = Currency.getInstance(row.getString("in_currency"));
            planned.computeIfAbsent(new Party(row.getString("payer")), unseen -> new HashMap<>())
                    .put(currency, new Money(row.getLong("planned"), currency));
        });
        return planned;
    }

    @Override
    public List<OfFlight> flights(int year, Party party) {
        return inYear(FLIGHTS, year)
                .param("party", party.code())
                .query((row, number) -> new OfFlight(
                        new OperationReference(row.getString("reference")),
                        row.getObject("real_date", LocalDate.class),
                        row.getString("destination"),
                        Stage.valueOf(row.getString("stage")),
                        party.code().equals(row.getString("organiser")),
                        row.getInt("returnees"),
                        euro(row, "spent"),
                        euro(row, "granted"),
                        euro(row, "bore"),
                        euro(row, "settled")))
                .list();
    }

    @Override
    public SortedMap<Party, Integer> states(int year) {
        SortedMap<Party, Integer> states = new TreeMap<>();
        inYear(STATES, year).query(row -> {
            states.put(new Party(row.getString("party")), row.getInt("flights"));
        });
        return states;
    }

    private JdbcClient.StatementSpec inYear(String sql, int year) {
        return jdbc.sql(sql).param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31));
    }

    private static Money euro(ResultSet row, String column) throws SQLException {
        return Money.euro(row.getLong(column));
    }
}
