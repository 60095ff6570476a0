package org.jointflights.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.persistence.Nulls;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPostings implements Postings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, List<Posting>> known = new ReadOnce<>();

    JdbcPostings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Posting> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Posting> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from posting where reference = ? order by number")
                .param(reference.value())
                .query(JdbcPostings::posting)
                .list());
    }

    @Override
    public void add(OperationReference reference, List<Posting> postings, Instant at) {
        known.forget(reference);
        requireOpen(at.atOffset(ZoneOffset.UTC).getYear());
        Timestamp booked = Timestamp.from(at);
        try {
            batches.batchUpdate(
                    """
                    insert into posting (reference, number, statement, claim_id, transfer_id, fund, kind, party,
                        amount_minor, currency, exact, weights, reason, arguments, reverses, booked_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    postings.stream()
                            .map(posting -> columns(reference, posting, booked))
                            .toList());
        } catch (DuplicateKeyException numberTaken) {
            throw Conflict.of("settlement.changed", reference);
        }
    }

    /** A clock that is slow, or somebody who knows better, does not reach into a year whose accounts are closed. */
    private void requireOpen(int year) {
        int later = jdbc.sql("select count(*) from closed_year where budget_year >= ? and closed_at is not null")
                .param(year)
                .query(Integer.class)
                .single();
        if (later > 0) {
            throw Conflict.of("annual.closed", Integer.toString(year));
        }
    }

    private static Object[] columns(OperationReference reference, Posting posting, Timestamp booked) {
        return Nulls.list(
                        reference.value(),
                        posting.number(),
                        posting.statement(),
                        posting.claim(),
                        posting.transfer(),
                        posting.fund().name(),
                        posting.kind().name(),
                        posting.party().code(),
                        posting.amount().minor(),
                        posting.amount().currency().getCurrencyCode(),
                        posting.exact(),
                        posting.weights(),
                        posting.reason().code(),
                        SentenceJson.write(posting.reason()),
                        posting.reverses(),
                        booked)
                .toArray();
    }

    static Posting posting(ResultSet row, int number) throws SQLException {
        return new Posting(
                row.getInt("number"),
                row.getInt("statement"),
                row.getObject("claim_id", Long.class),
                row.getObject("transfer_id", Long.class),
                Fund.valueOf(row.getString("fund")),
                Posting.Kind.valueOf(row.getString("kind")),
                new Party(row.getString("party")),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                row.getString("exact"),
                row.getString("weights"),
                SentenceJson.read(row.getString("reason"), row.getString("arguments")),
                row.getObject("reverses", Integer.class));
    }
}
