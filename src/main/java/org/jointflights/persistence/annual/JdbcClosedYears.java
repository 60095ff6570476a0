package org.jointflights.persistence.annual;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.annual.ClosedYears;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.ClosedYear.Balance;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ledger;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClosedYears implements ClosedYears {

    private static final String POSTINGS = """
            select reference, number, statement, claim_id, transfer_id, fund, kind, party, amount_minor, currency, exact, weights,
                reason, arguments, reverses
            from posting where booked_at >= ? and booked_at < ? order by reference, number
            """;

    private static final int READ_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    /** The SHA-256 of each posting and of what was hashed before it. */
    private static final class Chain {

        private long length;
        private String hash = CanonicalJson.hash("");

        /** Every column by its length and itself, so that no two postings are written alike. */
        void add(ResultSet row) throws SQLException {
            StringBuilder line = new StringBuilder(hash);
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String value = row.getString(column);
                line.append(' ').append(value == null ? "-" : value.length() + ":" + value);
            }
            hash = CanonicalJson.hash(line.toString());
            length++;
        }
    }

    JdbcClosedYears(JdbcClient jdbc, JdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Optional<ClosedYear> find(int year) {
        List<Balance> balances = jdbc.sql(
                        "select * from closed_balance where budget_year = ? order by party, fund, currency")
                .param(year)
                .query(JdbcClosedYears::balance)
                .list();
        return jdbc.sql("select * from closed_year where budget_year = ?")
                .param(year)
                .query((row, number) -> {
                    String by = row.getString("closed_by");
                    return new ClosedYear(
                            year,
                            row.getLong("postings"),
                            row.getString("hash"),
                            balances,
                            row.getString("asked_by"),
                            row.getTimestamp("asked_at").toInstant(),
                            by == null
                                    ? null
                                    : new ClosedYear.Confirmed(
                                            by, row.getTimestamp("closed_at").toInstant()));
                })
                .optional();
    }

    @Override
    public YearEnd read(int year) {
        AccountPeriod period = AccountPeriod.ofYear(year);
        Instant end = period.ends();
        Chain chain = new Chain();
        rows.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(POSTINGS);
                    select.setFetchSize(READ_AT_ONCE);
                    select.setTimestamp(1, Timestamp.from(period.begins()));
                    select.setTimestamp(2, Timestamp.from(end));
                    return select;
                },
                (RowCallbackHandler) chain::add);
        List<Balance> balances = jdbc.sql("""
                        select party, fund, currency, sum(amount_minor) as amount_minor from posting where booked_at < ?
                        group by party, fund, currency having sum(amount_minor) <> 0 order by party, fund, currency
                        """)
                .param(Timestamp.from(end))
                .query(JdbcClosedYears::balance)
                .list();
        return new YearEnd(chain.length, chain.hash, balances);
    }

    @Override
    public Optional<Integer> firstPosted() {
        return jdbc.sql("select booked_at from posting order by booked_at limit 1")
                .query((row, number) -> row.getTimestamp("booked_at")
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .getYear())
                .optional();
    }

    @Override
    public boolean isClosedSince(int year) {
        return jdbc.sql("select count(*) from closed_year where budget_year >= ? and closed_at is not null")
                        .param(year)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void ask(ClosedYear year) {
        jdbc.sql("""
                        delete from closed_balance where budget_year in (
                            select budget_year from closed_year where budget_year = ? and closed_at is null)
                        """).param(year.year()).update();
        jdbc.sql("delete from closed_year where budget_year = ? and closed_at is null")
                .param(year.year())
                .update();
        if (find(year.year()).isPresent()) {
            throw Conflict.of("annual.closed.already", Integer.toString(year.year()));
        }
        try {
            jdbc.sql("insert into closed_year (budget_year, postings, hash, asked_by, asked_at) values (?, ?, ?, ?, ?)")
                    .params(year.year(), year.postings(), year.hash(), year.askedBy(), Timestamp.from(year.askedAt()))
                    .update();
        } catch (DuplicateKeyException askedMeanwhile) {
            throw Conflict.of("annual.close.changedMeanwhile", Integer.toString(year.year()));
        }
        for (Balance balance : year.balances()) {
            jdbc.sql("""
                            insert into closed_balance (budget_year, party, fund, currency, amount_minor)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            year.year(),
                            balance.party().code(),
                            balance.pot().fund().name(),
                            balance.pot().currency().getCurrencyCode(),
                            balance.amount().minor())
                    .update();
        }
    }

    @Override
    public void confirm(ClosedYear year) {
        ClosedYear.Confirmed confirmed = year.confirmed();
        if (confirmed == null
                || jdbc.sql("update closed_year set closed_by = ?, closed_at = ?"
                                        + " where budget_year = ? and hash = ? and closed_at is null")
                                .params(confirmed.by(), Timestamp.from(confirmed.at()), year.year(), year.hash())
                                .update()
                        != 1) {
            throw Conflict.of("annual.closed.already", Integer.toString(year.year()));
        }
    }

    private static Balance balance(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Balance(
                new Party(row.getString("party")),
                new Ledger.Pot(Fund.valueOf(row.getString("fund")), currency),
                new Money(row.getLong("amount_minor"), currency));
    }
}
