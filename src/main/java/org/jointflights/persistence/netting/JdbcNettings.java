package org.jointflights.persistence.netting;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.netting.Nettings;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcNettings implements Nettings {

    /** Nobody is here for the Commission, who could sign for what it pays out of its funds. */
    private static final Party COMMISSION = new Party("EU");

    /** A transfer {@code t} that somebody pays or has renounced. */
    private static final String SETTLED = """
            (exists (select 1 from payment p where p.transfer_id = t.id)
                or exists (select 1 from waiver w where w.transfer_id = t.id))
            """;

    private static final String ORDERED = """
            exists (select 1 from payment_order_line l join payment_order o on o.id = l.order_id
                where l.transfer_id = t.id and o.withdrawn_by is null)
            """;

    /** In a netting that binds, or that can still be signed. */
    private static final String NETTED = """
            exists (select 1 from netted_transfer x join netting n on n.id = x.netting
                where x.transfer_id = t.id and n.ended_at is null and (n.agreed_at is not null or n.sign_by >= :today))
            """;

    private static final String IN_ANOTHER = """
            exists (select 1 from netted_transfer x join netting n on n.id = x.netting
                where x.transfer_id = t.id and n.id <> :but and n.ended_at is null
                    and (n.agreed_at is not null or n.sign_by >= :today))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Transfers transfers;

    JdbcNettings(JdbcClient jdbc, JdbcTemplate batches, Transfers transfers) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transfers = transfers;
    }

    @Override
    public List<Netting> all() {
        return jdbc.sql("select * from netting order by id desc")
                .query(this::netting)
                .list();
    }

    @Override
    public Netting get(long id) {
        return jdbc.sql("select * from netting where id = ?")
                .param(id)
                .query(this::netting)
                .optional()
                .orElseThrow(() -> Unknown.of("netting.unknown", id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Netting locked(long id) {
        jdbc.sql("select id from netting where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        ReadOnce.forgetAllThatWasRead();
        return get(id);
    }

    @Override
    public List<Candidate> candidates(LocalDate from, LocalDate to, LocalDate today) {
        return jdbc.sql("select t.id, f.posted_at, flight.departure, flight.zone from transfer t"
                        + " join final_posting f on f.reference = t.reference"
                        + " join flight on flight.reference = t.reference"
                        + " where f.posted_at >= :from and f.posted_at < :to and t.debtor <> :commission"
                        + " and t.creditor <> :commission"
                        + " and not exists (select 1 from recovery_transfer r where r.transfer_id = t.id)"
                        + " and not " + SETTLED + " and not " + ORDERED + " and not " + NETTED
                        + " order by t.reference, t.id")
                .param("from", Timestamp.from(start(from)))
                .param("to", Timestamp.from(start(to.plusDays(1))))
                .param("commission", COMMISSION.code())
                .param("today", today)
                .query((row, number) -> new Candidate(
                        transfers.get(row.getLong("id")),
                        row.getTimestamp("posted_at").toInstant(),
                        row.getTimestamp("departure")
                                .toInstant()
                                .atZone(ZoneId.of(row.getString("zone")))
                                .getYear()))
                .list();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Netting netting) {
        List<Long> ids = lock(netting);
        refuse("settlement.transfer.settled", SETTLED, ids, netting.signBy());
        refuse("netting.transfer.ordered", ORDERED, ids, netting.signBy());
        refuse("netting.transfer.taken", NETTED, ids, LocalDate.ofInstant(netting.proposedAt(), ZoneOffset.UTC));
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into netting (sign_by, pay_by, proposed_by, proposed_at, content, hash)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        netting.signBy(),
                        netting.payBy(),
                        netting.proposedBy(),
                        Timestamp.from(netting.proposedAt()),
                        netting.signed().json(),
                        netting.signed().hash())
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        batches.batchUpdate(
                "insert into netted_transfer (netting, transfer_id) values (?, ?)",
                ids.stream().map(transfer -> new Object[] {id, transfer}).toList());
        batches.batchUpdate(
                """
                insert into net_payment (netting, fund, debtor, creditor, amount_minor, currency)
                values (?, ?, ?, ?, ?, ?)
                """,
                netting.payments().stream()
                        .map(NetPayment::due)
                        .map(due -> new Object[] {
                            id,
                            due.fund().name(),
                            due.debtor().code(),
                            due.creditor().code(),
                            due.amount().minor(),
                            due.amount().currency().getCurrencyCode()
                        })
                        .toList());
        return id;
    }

    @Override
    public void signed(long id, Netting.Signature signature) {
        try {
            jdbc.sql("""
                            insert into netting_signature (netting, party, signed_by, signed_at, hash)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            signature.party().code(),
                            signature.by(),
                            Timestamp.from(signature.at()),
                            signature.hash())
                    .update();
        } catch (DuplicateKeyException signedBefore) {
            throw Conflict.of("netting.signedBefore", id, signature.party());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void agreed(long id, Instant at) {
        Netting netting = get(id);
        List<Long> ids = lock(netting);
        refuse("settlement.transfer.settled", SETTLED, ids, netting.signBy());
        refuse("netting.transfer.ordered", ORDERED, ids, netting.signBy());
        // On another node it may be past the last day already, and somebody may have proposed another.
        refuse("netting.transfer.taken", IN_ANOTHER, ids, LocalDate.ofInstant(at, ZoneOffset.UTC), id);
        jdbc.sql("update netting set agreed_at = ? where id = ? and agreed_at is null and ended_at is null")
                .params(Timestamp.from(at), id)
                .update();
        ReadOnce.forgetAllThatWasRead();
    }

    /** Whoever orders, confirms or waives one of them at the same moment waits for this transaction, or has finished. */
    private List<Long> lock(Netting netting) {
        return jdbc.sql("select id from transfer where id in (:transfers) order by id for update")
                .param(
                        "transfers",
                        netting.transfers().stream().map(Transfer::id).toList())
                .query(Long.class)
                .list();
    }

    private void refuse(String code, String condition, List<Long> ids, LocalDate today) {
        refuse(code, condition, ids, today, 0);
    }

    private void refuse(String code, String condition, List<Long> ids, LocalDate today, long but) {
        jdbc
                .sql("select t.id from transfer t where t.id in (:transfers) and " + condition + " order by t.id")
                .param("transfers", ids)
                .param("today", today)
                .param("but", but)
                .query(Long.class)
                .list()
                .stream()
                .findFirst()
                .ifPresent(transfer -> {
                    throw Conflict.of(code, transfer);
                });
    }

    @Override
    public void ended(long id, Netting.Ended ended) {
        jdbc.sql("""
                        select l.order_id from net_payment_order_line l join net_payment p on p.id = l.net_payment
                        join payment_order o on o.id = l.order_id
                        where p.netting = ? and o.withdrawn_by is null order by l.order_id
                        """).param(id).query(Long.class).list().stream().findFirst().ifPresent(order -> {
            throw Conflict.of("netting.payment.ordered", id, order);
        });
        jdbc.sql("update netting set ended_why = ?, ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(ended.why().name(), ended.by(), Timestamp.from(ended.at()), id)
                .update();
        ReadOnce.forgetAllThatWasRead();
    }

    @Override
    public void arrived(long payment, NetPayment.Arrived arrived) {
        int written = jdbc.sql("""
                        update net_payment set value_date = ?, bank_reference = ?, confirmed_by = ?, confirmed_at = ?
                        where id = ? and confirmed_at is null
                        """)
                .params(
                        arrived.valueDate(),
                        arrived.bankReference(),
                        arrived.by(),
                        Timestamp.from(arrived.at()),
                        payment)
                .update();
        if (written == 0) {
            throw Conflict.of("netting.payment.before", payment);
        }
    }

    private Netting netting(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Timestamp agreed = row.getTimestamp("agreed_at");
        return new Netting(
                id,
                row.getObject("sign_by", LocalDate.class),
                row.getObject("pay_by", LocalDate.class),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                new Statement.Content(row.getString("content"), row.getString("hash")),
                jdbc
                        .sql("select transfer_id from netted_transfer where netting = ? order by transfer_id")
                        .param(id)
                        .query(Long.class)
                        .list()
                        .stream()
                        .map(transfers::get)
                        .toList(),
                jdbc.sql("select * from net_payment where netting = ? order by id")
                        .param(id)
                        .query(JdbcNettings::payment)
                        .list(),
                jdbc.sql("select * from netting_signature where netting = ? order by signed_at, party")
                        .param(id)
                        .query((signature, each) -> new Netting.Signature(
                                new Party(signature.getString("party")),
                                signature.getString("signed_by"),
                                signature.getTimestamp("signed_at").toInstant(),
                                signature.getString("hash")))
                        .list(),
                agreed == null ? null : agreed.toInstant(),
                ended(row));
    }

    private static NetPayment payment(ResultSet row, int number) throws SQLException {
        return new NetPayment(
                row.getLong("id"),
                new Due(
                        Fund.valueOf(row.getString("fund")),
                        new Party(row.getString("debtor")),
                        new Party(row.getString("creditor")),
                        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency")))),
                row.getString("confirmed_by") == null
                        ? null
                        : new NetPayment.Arrived(
                                row.getObject("value_date", LocalDate.class),
                                row.getString("bank_reference"),
                                row.getString("confirmed_by"),
                                row.getTimestamp("confirmed_at").toInstant()));
    }

    private static Netting.@Nullable Ended ended(ResultSet row) throws SQLException {
        return row.getString("ended_by") == null
                ? null
                : new Netting.Ended(
                        Netting.Why.valueOf(row.getString("ended_why")),
                        row.getString("ended_by"),
                        row.getTimestamp("ended_at").toInstant());
    }
}
