package org.jointflights.persistence.costs;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSplits implements Splits {

    /** The guarantees of a split are kept as one sentence whose gaps are the sentences. */
    private static final String ALL = "guarantees";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, Optional<Split>> known = new ReadOnce<>();
    private final ReadOnce<OperationReference, List<Split>> all = new ReadOnce<>();

    JdbcSplits(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Split> current(OperationReference reference) {
        return known.get(
                reference,
                flight ->
                        read(flight, "and number = (select max(number) from cost_split where reference = :reference)")
                                .stream()
                                .findFirst());
    }

    @Override
    public List<Split> of(OperationReference reference) {
        return all.get(reference, flight -> List.copyOf(read(flight, "")));
    }

    /** In two queries, however many splits and shares there are. */
    private List<Split> read(OperationReference reference, String which) {
        Map<Integer, List<Share>> shares = new HashMap<>();
        jdbc.sql("select * from share where reference = :reference " + which + " order by number, ordinal")
                .param("reference", reference.value())
                .query(row -> {
                    shares.computeIfAbsent(row.getInt("number"), number -> new ArrayList<>())
                            .add(share(row));
                });
        return jdbc.sql("select * from cost_split where reference = :reference " + which + " order by number")
                .param("reference", reference.value())
                .query((row, i) -> split(reference, row, shares.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    @Override
    public void add(Split split) {
        known.forget(split.reference());
        all.forget(split.reference());
        jdbc.sql("""
                        insert into cost_split (reference, number, round, status, input, guarantees, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        split.reference().value(),
                        split.number(),
                        split.round(),
                        split.status().name(),
                        CostJson.write(split.input()),
                        SentenceJson.write(Sentence.of(ALL, split.guarantees().toArray())),
                        Timestamp.from(split.at()))
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Share share : split.shares()) {
            rows.add(new Object[] {
                split.reference().value(),
                split.number(),
                rows.size(),
                share.item(),
                share.party().code(),
                share.amount().minor(),
                share.exact().getNumerator().toString(),
                share.exact().getDenominator().toString(),
                share.reason().code(),
                SentenceJson.write(share.reason())
            });
        }
        batches.batchUpdate("""
                insert into share (reference, number, ordinal, item, party, cents, numerator, denominator, reason,
                    arguments)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    @Override
    public void mark(OperationReference reference, int number, Split.Status status) {
        known.forget(reference);
        all.forget(reference);
        jdbc.sql("update cost_split set status = ? where reference = ? and number = ?")
                .params(status.name(), reference.value(), number)
                .update();
    }

    @Override
    public List<ShareAnswer> answers(OperationReference reference, int number) {
        return jdbc.sql("select * from share_answer where reference = ? and number = ? order by party")
                .params(reference.value(), number)
                .query((row, i) -> new ShareAnswer(
                        new Party(row.getString("party")),
                        row.getBoolean("accepted"),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public void answer(OperationReference reference, int number, ShareAnswer answer) {
        try {
            jdbc.sql("""
                            insert into share_answer (reference, number, party, accepted, reason, actor, at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            reference.value(),
                            number,
                            answer.party().code(),
                            answer.accepted(),
                            answer.reason(),
                            answer.actor(),
                            Timestamp.from(answer.at())))
                    .update();
        } catch (DuplicateKeyException answered) {
            throw Conflict.of("costs.budget.share.answered", answer.party(), reference);
        }
    }

    private static Split split(OperationReference reference, ResultSet row, List<Share> shares) throws SQLException {
        return new Split(
                reference,
                row.getInt("number"),
                row.getInt("round"),
                Split.Status.valueOf(row.getString("status")),
                CostJson.read(row.getString("input")),
                shares,
                SentenceJson.read(ALL, row.getString("guarantees")).arguments().stream()
                        .map(Sentence.class::cast)
                        .toList(),
                row.getTimestamp("at").toInstant());
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getInt("item"),
                new Party(row.getString("party")),
                Money.euro(row.getLong("cents")),
                BigFraction.of(
                        new BigInteger(row.getString("numerator")), new BigInteger(row.getString("denominator"))),
                SentenceJson.read(row.getString("reason"), row.getString("arguments")));
    }
}
