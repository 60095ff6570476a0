package org.jointflights.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.settlement.Books;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBooks implements Books {

    private static final String OF_ACCOUNT = " party = :party and fund = :fund and currency = :currency ";

    private final JdbcClient jdbc;

    JdbcBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<Party, Set<Ledger.Pot>> accounts() {
        SortedMap<Party, Set<Ledger.Pot>> accounts = new TreeMap<>();
        jdbc.sql("select distinct party, fund, currency from posting order by party, fund, currency")
                .query((row, number) -> accounts.computeIfAbsent(
                                new Party(row.getString("party")), unseen -> new LinkedHashSet<>())
                        .add(new Ledger.Pot(
                                Fund.valueOf(row.getString("fund")), Currency.getInstance(row.getString("currency")))))
                .list();
        return accounts;
    }

    @Override
    public Optional<Instant> newest(Party party, Ledger.Pot pot) {
        return of("select max(booked_at) as newest from posting where" + OF_ACCOUNT, party, pot)
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("newest")).map(Timestamp::toInstant))
                .single();
    }

    @Override
    public Money balance(Party party, Ledger.Pot pot, Instant before) {
        return money(
                of(
                                "select coalesce(sum(amount_minor), 0) from posting where" + OF_ACCOUNT
                                        + "and booked_at < :before",
                                party,
                                pot)
                        .param("before", Timestamp.from(before))
                        .query(Long.class)
                        .single(),
                pot);
    }

    @Override
    public Map<Posting.Kind, Money> movements(Party party, Ledger.Pot pot, Instant from, Instant to) {
        Map<Posting.Kind, Money> movements = new EnumMap<>(Posting.Kind.class);
        between(
                        "select kind, sum(amount_minor) as minor from posting where" + OF_ACCOUNT
                                + "and booked_at >= :from and booked_at < :to group by kind",
                        party,
                        pot,
                        from,
                        to)
                .query((row, number) ->
                        movements.put(Posting.Kind.valueOf(row.getString("kind")), money(row.getLong("minor"), pot)))
                .list();
        return movements;
    }

    @Override
    public List<Booked> entries(Party party, Ledger.Pot pot, Instant from, Instant to, int most, long after) {
        return between("""
                        select * from (
                            select p.*, sum(p.amount_minor) over (order by p.booked_at, p.reference, p.number) as balance
                            from posting p where party = :party and fund = :fund and currency = :currency
                        ) account
                        where booked_at >= :from and booked_at < :to
                        order by booked_at, reference, number limit :most offset :after
                        """, party, pot, from, to)
                .param("most", most)
                .param("after", after)
                .query((row, number) -> new Booked(
                        new OperationReference(row.getString("reference")),
                        row.getTimestamp("booked_at").toInstant(),
                        JdbcPostings.posting(row, number),
                        money(row.getLong("balance"), pot)))
                .list();
    }

    @Override
    public long count(Party party, Ledger.Pot pot, Instant from, Instant to) {
        return between(
                        "select count(*) from posting where" + OF_ACCOUNT
                                + "and booked_at >= :from and booked_at < :to",
                        party,
                        pot,
                        from,
                        to)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Unsettled> unsettled(Party party, Ledger.Pot pot) {
        return of("select t.*, f.posted_at, d.due, " + JdbcTransfers.NETTING + """
                        from transfer t
                        join final_posting f on f.reference = t.reference
                        left join recovery_transfer r on r.transfer_id = t.id
                        left join recovery_decision d on d.recovery = r.recovery
                        where (t.debtor = :party or t.creditor = :party) and t.fund = :fund and t.currency = :currency
                            and not exists (select 1 from payment p where p.transfer_id = t.id)
                            and not exists (select 1 from waiver w where w.transfer_id = t.id)
                        order by t.id
                        """, party, pot)
                .query(JdbcBooks::unsettled)
                .list();
    }

    private static Unsettled unsettled(ResultSet row, int number) throws SQLException {
        return new Unsettled(
                JdbcTransfers.transfer(row, null),
                row.getTimestamp("posted_at").toInstant(),
                row.getObject("due", LocalDate.class));
    }

    @Override
    public Money unsigned(Party party, Ledger.Pot pot) {
        return money(
                of(
                                "select coalesce(sum(amount_minor), 0) from posting p where" + OF_ACCOUNT
                                        + "and not exists (select 1 from final_posting f where f.reference = p.reference)",
                                party,
                                pot)
                        .query(Long.class)
                        .single(),
                pot);
    }

    private JdbcClient.StatementSpec of(String sql, Party party, Ledger.Pot pot) {
        return jdbc.sql(sql)
                .param("party", party.code())
                .param("fund", pot.fund().name())
                .param("currency", pot.currency().getCurrencyCode());
    }

    private JdbcClient.StatementSpec between(String sql, Party party, Ledger.Pot pot, Instant from, Instant to) {
        return of(sql, party, pot).param("from", Timestamp.from(from)).param("to", Timestamp.from(to));
    }

    private static Money money(long minor, Ledger.Pot pot) {
        return new Money(minor, pot.currency());
    }
}
