package org.jointflights.persistence.banking;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.banking.PaymentOrders;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPaymentOrders implements PaymentOrders {

    private static final String SELECT = """
            select o.*, f.sha256 from payment_order o left join payment_order_file f on f.order_id = o.id
            """;

    /** In the order in which a file lists them. */
    private static final String LINES = """
            select l.order_id, l.transfer_id as id, t.reference, null as netting, l.creditor, l.amount_minor, l.currency, 1 as part
            from payment_order_line l join transfer t on t.id = l.transfer_id join payment_order o on o.id = l.order_id
            where %s
            union all
            select l.order_id, l.net_payment, null, p.netting, l.creditor, l.amount_minor, l.currency, 2
            from net_payment_order_line l join net_payment p on p.id = l.net_payment join payment_order o on o.id = l.order_id
            where %s
            order by order_id, part, id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcPaymentOrders(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<PaymentOrder> of(Party party) {
        Map<Long, List<PaymentOrder.Line>> lines = new HashMap<>();
        jdbc.sql(LINES.formatted("o.party = :party", "o.party = :party"))
                .param("party", party.code())
                .query((row, number) -> lines.computeIfAbsent(row.getLong("order_id"), first -> new ArrayList<>())
                        .add(line(row)))
                .list();
        return jdbc.sql(SELECT + "where o.party = ? order by o.id desc limit 100")
                .param(party.code())
                .query((row, number) -> order(row, lines.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    @Override
    public PaymentOrder get(long id) {
        List<PaymentOrder.Line> lines = jdbc.sql(LINES.formatted("o.id = :order", "o.id = :order"))
                .param("order", id)
                .query((row, number) -> line(row))
                .list();
        return jdbc.sql(SELECT + "where o.id = ?")
                .param(id)
                .query((row, number) -> order(row, lines))
                .optional()
                .orElseThrow(() -> Unknown.of("banking.order.unknown", id));
    }

    @Override
    public Map<EndToEnd, Long> standing(Party party) {
        Map<EndToEnd, Long> standing = new HashMap<>();
        String stands = "o.party = :party and o.withdrawn_by is null";
        jdbc.sql(LINES.formatted(stands, stands))
                .param("party", party.code())
                .query((row, number) -> standing.put(id(row), row.getLong("order_id")))
                .list();
        return standing;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(PaymentOrder order) {
        List<PaymentOrder.Line> transfers = lines(order, EndToEnd.OfTransfer.class);
        List<PaymentOrder.Line> net = lines(order, EndToEnd.OfNetPayment.class);
        requirePayable(ids(transfers), LocalDate.ofInstant(order.orderedAt(), ZoneOffset.UTC));
        requireBinding(ids(net));
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into payment_order (party, execution_day, ordered_by, ordered_at) values (?, ?, ?, ?)")
                .params(order.party().code(), order.execution(), order.orderedBy(), Timestamp.from(order.orderedAt()))
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        add(id, "payment_order_line (order_id, transfer_id", transfers);
        add(id, "net_payment_order_line (order_id, net_payment", net);
        return id;
    }

    private static List<PaymentOrder.Line> lines(PaymentOrder order, Class<? extends EndToEnd> kind) {
        return order.lines().stream().filter(line -> kind.isInstance(line.id())).toList();
    }

    private static List<Long> ids(List<PaymentOrder.Line> lines) {
        return lines.stream().map(line -> number(line.id())).toList();
    }

    private static long number(EndToEnd id) {
        return id instanceof EndToEnd.OfNetPayment net ? net.payment() : ((EndToEnd.OfTransfer) id).transfer();
    }

    private void add(long order, String into, List<PaymentOrder.Line> lines) {
        batches.batchUpdate(
                "insert into " + into + ", creditor, amount_minor, currency) values (?, ?, ?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {
                            order,
                            number(line.id()),
                            line.creditor().code(),
                            line.amount().minor(),
                            line.amount().currency().getCurrencyCode()
                        })
                        .toList());
    }

    /** Whoever confirms a payment of the netting, or ends it, at the same moment waits for this transaction, or has finished. */
    private void requireBinding(List<Long> payments) {
        if (payments.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select n.id from netting n where n.id in (select p.netting from net_payment p where p.id in (:payments))
                        order by n.id for update
                        """).param("payments", payments).query(Long.class).list();
        refuseNet("banking.netPayment.notBinding", """
                select p.netting, p.id from net_payment p join netting n on n.id = p.netting
                where p.id in (:payments) and (p.confirmed_at is not null or n.agreed_at is null or n.ended_at is not null)
                order by p.id
                """, payments);
        refuseNet("banking.netPayment.ordered", """
                select p.netting, p.id from net_payment p join net_payment_order_line l on l.net_payment = p.id
                join payment_order o on o.id = l.order_id where p.id in (:payments) and o.withdrawn_by is null order by p.id
                """, payments);
    }

    private void refuseNet(String code, String those, List<Long> payments) {
        jdbc
                .sql(those)
                .param("payments", payments)
                .query((row, number) -> new EndToEnd.OfNetPayment(row.getLong("netting"), row.getLong("id")))
                .list()
                .stream()
                .findFirst()
                .ifPresent(first -> {
                    throw Conflict.of(code, first);
                });
    }

    private void requirePayable(List<Long> transfers, LocalDate today) {
        if (transfers.isEmpty()) {
            return;
        }
        // Whoever orders or confirms one of them at the same moment waits for this transaction, or has finished.
        jdbc.sql("select id from transfer where id in (:transfers) order by id for update")
                .param("transfers", transfers)
                .query(Long.class)
                .list();
        refuse("banking.transfer.notPayable", """
                select t.id from transfer t where t.id in (:transfers)
                    and (exists (select 1 from payment p where p.transfer_id = t.id)
                        or exists (select 1 from waiver w where w.transfer_id = t.id))
                """, transfers, today);
        refuse("banking.transfer.ordered", """
                select l.transfer_id from payment_order_line l join payment_order o on o.id = l.order_id
                where l.transfer_id in (:transfers) and o.withdrawn_by is null
                """, transfers, today);
        refuse("banking.transfer.netted", """
                select x.transfer_id from netted_transfer x join netting n on n.id = x.netting
                where x.transfer_id in (:transfers) and n.ended_at is null
                    and (n.agreed_at is not null or n.sign_by >= :today)
                """, transfers, today);
    }

    private void refuse(String code, String those, List<Long> transfers, LocalDate today) {
        jdbc.sql(those).param("transfers", transfers).param("today", today).query(Long.class).list().stream()
                .sorted()
                .findFirst()
                .ifPresent(first -> {
                    throw Conflict.of(code, first);
                });
    }

    @Override
    public void keepFile(long id, String hash, String content) {
        jdbc.sql("insert into payment_order_file (order_id, sha256, content) values (?, ?, ?)")
                .params(id, hash, content)
                .update();
    }

    @Override
    public String file(long id) {
        return jdbc.sql("select content from payment_order_file where order_id = ?")
                .param(id)
                .query((row, number) -> row.getString("content"))
                .optional()
                .orElseThrow(() -> Unknown.of("banking.order.unknown", id));
    }

    @Override
    public void withdraw(long id, PaymentOrder.Withdrawn withdrawn) {
        int changed = jdbc.sql("""
                        update payment_order set withdrawn_by = ?, withdrawn_at = ?, withdrawn_for = ?
                        where id = ? and withdrawn_by is null
                        """)
                .params(
                        withdrawn.by(),
                        Timestamp.from(withdrawn.at()),
                        withdrawn.why().name(),
                        id)
                .update();
        if (changed == 0) {
            throw Conflict.of("banking.order.withdrawn", id);
        }
    }

    private static PaymentOrder.Line line(ResultSet row) throws SQLException {
        return new PaymentOrder.Line(
                id(row),
                new Party(row.getString("creditor")),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))));
    }

    private static EndToEnd id(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return reference == null
                ? new EndToEnd.OfNetPayment(row.getLong("netting"), row.getLong("id"))
                : new EndToEnd.OfTransfer(new OperationReference(reference), row.getLong("id"));
    }

    private static PaymentOrder order(ResultSet row, List<PaymentOrder.Line> lines) throws SQLException {
        String hash = row.getString("sha256");
        String by = row.getString("withdrawn_by");
        return new PaymentOrder(
                row.getLong("id"),
                new Party(row.getString("party")),
                row.getObject("execution_day", LocalDate.class),
                row.getString("ordered_by"),
                row.getTimestamp("ordered_at").toInstant(),
                hash == null ? "" : hash,
                lines,
                by == null
                        ? null
                        : new PaymentOrder.Withdrawn(
                                by,
                                row.getTimestamp("withdrawn_at").toInstant(),
                                PaymentOrder.Reason.valueOf(row.getString("withdrawn_for"))));
    }
}
