package org.jointflights.persistence.recovery;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.application.recovery.Recoveries;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecoveries implements Recoveries {

    private static final String FINDING = """
            select f.*, c.reference, c.claimant from sample_finding f
            join sampled_claim c on c.sample = f.sample and c.claim_id = f.claim_id
            """;

    private static final String COUNTS = """
            where not exists (select 1 from sample_finding later
                where later.sample = f.sample and later.claim_id = f.claim_id and later.id > f.id) and f.wrong_minor > 0
            """;

    private static final String ORDER = """
            select f.*, c.reference, c.claimant, o.id as order_id, o.announced_by, o.announced_at, o.answer_by,
                a.contested, a.letter as answer_letter, a.answered_by, a.answered_at,
                d.issued, d.letter, d.decided_by, d.decided_at, d.due, d.first_posting, d.last_posting
            from recovery_order o
            join sample_finding f on f.id = o.finding
            join sampled_claim c on c.sample = f.sample and c.claim_id = f.claim_id
            left join recovery_answer a on a.recovery = o.id
            left join recovery_decision d on d.recovery = o.id
            """;

    private final JdbcClient jdbc;
    private final Transfers transfers;

    JdbcRecoveries(JdbcClient jdbc, Transfers transfers) {
        this.jdbc = jdbc;
        this.transfers = transfers;
    }

    @Override
    public List<FoundError> toRecover() {
        return jdbc.sql(FINDING + COUNTS + """
                        and not exists (select 1 from recovery_order o where o.finding = f.id)
                        and exists (select 1 from trail t where t.reference = c.reference and t.code = :closed)
                        order by f.id
                        """)
                .param("closed", TrailEvent.ACCOUNTS_CLOSED.code())
                .query((row, number) -> finding(row))
                .list();
    }

    @Override
    public Optional<FoundError> counting(long sample, long claim) {
        return jdbc.sql(FINDING + COUNTS + "and f.sample = ? and f.claim_id = ?")
                .params(sample, claim)
                .query((row, number) -> finding(row))
                .optional();
    }

    @Override
    public List<RecoveryOrder> all() {
        return jdbc.sql(ORDER + "order by o.id desc").query(this::order).list();
    }

    @Override
    public List<RecoveryOrder> of(OperationReference reference) {
        return jdbc.sql(ORDER + "where o.reference = ? order by o.id")
                .param(reference.value())
                .query(this::order)
                .list();
    }

    @Override
    public RecoveryOrder get(long id) {
        return jdbc.sql(ORDER + "where o.id = ?")
                .param(id)
                .query(this::order)
                .optional()
                .orElseThrow(() -> Unknown.of("recovery.unknown", id));
    }

    @Override
    public long add(RecoveryOrder order) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into recovery_order (reference, finding, announced_by, announced_at, answer_by)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            order.reference().value(),
                            order.finding().id(),
                            order.announcedBy(),
                            Timestamp.from(order.announcedAt()),
                            order.answerBy())
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("recovery.twice", order.finding().claim());
        }
        return requireNonNull(key.getKey()).longValue();
    }

    @Override
    public void answered(long id, RecoveryOrder.Answer answer) {
        try {
            jdbc.sql("""
                            insert into recovery_answer (recovery, contested, letter, answered_by, answered_at)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(id, answer.contested(), answer.letter(), answer.by(), Timestamp.from(answer.at()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("recovery.answered", id);
        }
    }

    @Override
    public void decided(long id, RecoveryOrder.Decision decision, List<Long> owed) {
        try {
            jdbc.sql("""
                            insert into recovery_decision (recovery, issued, letter, decided_by, decided_at, due, first_posting,
                                last_posting)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            id,
                            decision.issued(),
                            decision.letter(),
                            decision.by(),
                            Timestamp.from(decision.at()),
                            decision.due(),
                            decision.firstPosting(),
                            decision.lastPosting()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("recovery.decidedMeanwhile", id);
        }
        for (long transfer : owed) {
            jdbc.sql("insert into recovery_transfer (transfer_id, recovery) values (?, ?)")
                    .params(transfer, id)
                    .update();
        }
    }

    private RecoveryOrder order(ResultSet row, int number) throws SQLException {
        FoundError finding = finding(row);
        long id = row.getLong("order_id");
        return new RecoveryOrder(
                id,
                finding,
                row.getString("announced_by"),
                row.getTimestamp("announced_at").toInstant(),
                row.getObject("answer_by", LocalDate.class),
                answer(row),
                decision(row),
                row.getString("decided_by") == null ? List.of() : owed(id, finding.reference()));
    }

    private static RecoveryOrder.@Nullable Answer answer(ResultSet row) throws SQLException {
        return row.getString("answered_by") == null
                ? null
                : new RecoveryOrder.Answer(
                        row.getBoolean("contested"),
                        row.getString("answer_letter"),
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at").toInstant());
    }

    private static RecoveryOrder.@Nullable Decision decision(ResultSet row) throws SQLException {
        return row.getString("decided_by") == null
                ? null
                : new RecoveryOrder.Decision(
                        row.getBoolean("issued"),
                        row.getString("letter"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getObject("due", LocalDate.class),
                        row.getInt("first_posting"),
                        row.getInt("last_posting"));
    }

    private List<Transfer> owed(long id, OperationReference reference) {
        Map<Long, Transfer> byId = new HashMap<>();
        transfers.of(reference).forEach(transfer -> byId.put(transfer.id(), transfer));
        return jdbc
                .sql("select transfer_id from recovery_transfer where recovery = ? order by transfer_id")
                .param(id)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(transfer -> Stream.ofNullable(byId.get(transfer)))
                .toList();
    }

    private static FoundError finding(ResultSet row) throws SQLException {
        return new FoundError(
                row.getLong("id"),
                row.getLong("sample"),
                row.getLong("claim_id"),
                new OperationReference(row.getString("reference")),
                new Party(row.getString("claimant")),
                Money.euro(row.getLong("wrong_minor")),
                SampleFinding.Cause.valueOf(row.getString("cause")),
                row.getString("found_by"),
                row.getTimestamp("found_at").toInstant());
    }
}
