package org.jointflights.persistence.hours;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.hours.HoursExchanges;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.hours.Efh;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.domain.hours.HoursMovement;
import org.jointflights.domain.hours.HoursPosting;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHoursExchanges implements HoursExchanges {

    private static final String EXCHANGE = "select e.*, " + JdbcAircraftFactors.COLUMNS + """
            , w.withdrawn_by, w.withdrawn_at,
                (select min(p.booked_at) from hours_posting p where p.exchange = e.id) as posted_at,
                (select min(o.id) from hours_exchange o join hours_posting p on p.exchange = o.id
                    where o.reverses = e.id) as reversed_by
            from hours_exchange e
            join aircraft_factor f on f.id = e.factor_id
            left join hours_withdrawal w on w.exchange = e.id
            """;

    private final JdbcClient jdbc;

    JdbcHoursExchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<HoursExchange> all() {
        Map<Long, List<HoursExchange.Share>> shares = new HashMap<>();
        jdbc.sql("select * from hours_share order by exchange, party").query(row -> {
            shares.computeIfAbsent(row.getLong("exchange"), id -> new ArrayList<>())
                    .add(share(row, 0));
        });
        Map<Long, List<HoursExchange.Answer>> answers = new HashMap<>();
        jdbc.sql("select * from hours_answer order by exchange, answered_at, party")
                .query(row -> {
                    answers.computeIfAbsent(row.getLong("exchange"), id -> new ArrayList<>())
                            .add(answer(row, 0));
                });
        return jdbc.sql(EXCHANGE + "order by e.id desc")
                .query((row, number) -> exchange(
                        row,
                        shares.getOrDefault(row.getLong("id"), List.of()),
                        answers.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    @Override
    public List<HoursExchange> of(OperationReference reference) {
        return jdbc.sql(EXCHANGE + "where e.reference = ? order by e.number")
                .param(reference.value())
                .query(this::exchange)
                .list();
    }

    @Override
    public HoursExchange get(long id) {
        return jdbc.sql(EXCHANGE + "where e.id = ?")
                .param(id)
                .query(this::exchange)
                .optional()
                .orElseThrow(() -> Unknown.of("hours.unknown", Long.toString(id)));
    }

    @Override
    public void hold(OperationReference reference) {
        // Whoever has waited for it reads everything anew.
        jdbc.sql("select reference from flight where reference = ? for update")
                .param(reference.value())
                .query(String.class)
                .optional();
        ReadOnce.forgetAllThatWasRead();
    }

    @Override
    public long add(HoursExchange exchange) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into hours_exchange (reference, number, provider, factor_id, flown_minutes, logged_minutes,
                                reverses, letter, entered_for, entered_by, entered_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            exchange.reference().value(),
                            exchange.number(),
                            exchange.provider().code(),
                            exchange.factor().id(),
                            exchange.minutes(),
                            exchange.logged(),
                            exchange.reverses(),
                            exchange.letter(),
                            exchange.enteredFor().code(),
                            exchange.enteredBy(),
                            Timestamp.from(exchange.enteredAt())))
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("hours.changed", exchange.reference());
        }
        long id = requireNonNull(key.getKey()).longValue();
        for (HoursExchange.Share share : exchange.shares()) {
            jdbc.sql("insert into hours_share (exchange, party, seats, thousandths) values (?, ?, ?, ?)")
                    .params(
                            id,
                            share.party().code(),
                            share.seats(),
                            share.received().thousandths())
                    .update();
        }
        return id;
    }

    @Override
    public void answered(long id, HoursExchange.Answer answer) {
        HoursExchange.Cause cause = answer.refusedFor();
        try {
            jdbc.sql("""
                            insert into hours_answer (exchange, party, refused_for, letter, answered_by, answered_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            id,
                            answer.party().code(),
                            cause == null ? null : cause.name(),
                            answer.letter(),
                            answer.by(),
                            Timestamp.from(answer.at())))
                    .update();
        } catch (DuplicateKeyException answeredMeanwhile) {
            throw Conflict.of("hours.notAsked", answer.party(), Long.toString(id));
        }
    }

    @Override
    public void withdrawn(long id, HoursExchange.Withdrawal withdrawal) {
        jdbc.sql("insert into hours_withdrawal (exchange, withdrawn_by, withdrawn_at) values (?, ?, ?)")
                .params(id, withdrawal.by(), Timestamp.from(withdrawal.at()))
                .update();
    }

    @Override
    public void posted(HoursExchange exchange, Instant at) {
        for (HoursPosting posting : exchange.postings()) {
            jdbc.sql("""
                            insert into hours_posting (exchange, party, kind, thousandths, booked_year, booked_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            exchange.id(),
                            posting.party().code(),
                            posting.kind().name(),
                            posting.amount().thousandths(),
                            at.atOffset(ZoneOffset.UTC).getYear(),
                            Timestamp.from(at))
                    .update();
        }
    }

    @Override
    public List<HoursMovement> movements() {
        return jdbc.sql("""
                        select booked_year, party, kind, sum(thousandths) as thousandths from hours_posting
                        group by booked_year, party, kind order by booked_year, party, kind
                        """)
                .query((row, number) -> new HoursMovement(
                        row.getInt("booked_year"),
                        new Party(row.getString("party")),
                        HoursPosting.Kind.valueOf(row.getString("kind")),
                        new Efh(row.getLong("thousandths"))))
                .list();
    }

    private HoursExchange exchange(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return exchange(
                row,
                jdbc.sql("select * from hours_share where exchange = ? order by party")
                        .param(id)
                        .query(JdbcHoursExchanges::share)
                        .list(),
                jdbc.sql("select * from hours_answer where exchange = ? order by answered_at, party")
                        .param(id)
                        .query(JdbcHoursExchanges::answer)
                        .list());
    }

    private static HoursExchange exchange(
            ResultSet row, List<HoursExchange.Share> shares, List<HoursExchange.Answer> answers) throws SQLException {
        Timestamp posted = row.getTimestamp("posted_at");
        return new HoursExchange(
                row.getLong("id"),
                new OperationReference(row.getString("reference")),
                row.getInt("number"),
                new Party(row.getString("provider")),
                JdbcAircraftFactors.factor(row, 0),
                row.getInt("flown_minutes"),
                row.getObject("logged_minutes", Integer.class),
                shares,
                row.getObject("reverses", Long.class),
                row.getString("letter"),
                new Party(row.getString("entered_for")),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                answers,
                withdrawal(row),
                posted == null ? null : posted.toInstant(),
                row.getObject("reversed_by", Long.class));
    }

    private static HoursExchange.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String by = row.getString("withdrawn_by");
        return by == null
                ? null
                : new HoursExchange.Withdrawal(
                        by, row.getTimestamp("withdrawn_at").toInstant());
    }

    private static HoursExchange.Share share(ResultSet row, int number) throws SQLException {
        return new HoursExchange.Share(
                new Party(row.getString("party")), row.getInt("seats"), new Efh(row.getLong("thousandths")));
    }

    private static HoursExchange.Answer answer(ResultSet row, int number) throws SQLException {
        String cause = row.getString("refused_for");
        return new HoursExchange.Answer(
                new Party(row.getString("party")),
                cause == null ? null : HoursExchange.Cause.valueOf(cause),
                row.getString("letter"),
                row.getString("answered_by"),
                row.getTimestamp("answered_at").toInstant());
    }
}
