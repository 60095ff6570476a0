package org.jointflights.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.Transfer.Netted;
import org.jointflights.domain.settlement.Transfer.Paid;
import org.jointflights.domain.settlement.Transfer.Settled;
import org.jointflights.domain.settlement.Transfer.Waived;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTransfers implements Transfers {

    /** The agreed netting of a transfer {@code t}. */
    static final String NETTING = """
            (select n.id from netted_transfer x join netting n on n.id = x.netting
                where x.transfer_id = t.id and n.agreed_at is not null and n.ended_at is null) as netting
            """;

    private static final String SELECT = """
            select t.*, p.value_date, p.bank_reference, p.confirmed_by, p.confirmed_at, p.netting as netted_in,
                w.letter, w.dated, w.reason, w.waived_by, w.waived_at,
            """ + NETTING + """
            from transfer t
            left join payment p on p.transfer_id = t.id
            left join waiver w on w.transfer_id = t.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, List<Transfer>> known = new ReadOnce<>();
    private final ReadOnce<Long, Transfer> knownById = new ReadOnce<>();

    JdbcTransfers(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Transfer> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Transfer> read(OperationReference reference) {
        return List.copyOf(jdbc.sql(SELECT + "where t.reference = ? order by t.id")
                .param(reference.value())
                .query(JdbcTransfers::transfer)
                .list());
    }

    @Override
    public Transfer get(long id) {
        return knownById.get(id, this::readWithItsFlight);
    }

    /** Tasks for all transfers of a flight are opened together. */
    private Transfer readWithItsFlight(long id) {
        List<Transfer> all = jdbc.sql(SELECT + "where t.reference = (select reference from transfer where id = ?)")
                .param(id)
                .query(JdbcTransfers::transfer)
                .list();
        all.forEach(transfer -> knownById.remember(transfer.id(), transfer));
        return all.stream()
                .filter(transfer -> transfer.id() == id)
                .findFirst()
                .orElseThrow(() -> Unknown.of("settlement.transfer.unknown", id));
    }

    @Override
    public boolean followsFromRecovery(long id) {
        return jdbc.sql("select count(*) from recovery_transfer where transfer_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Transfer read(long id) {
        return jdbc.sql(SELECT + "where t.id = ?")
                .param(id)
                .query(JdbcTransfers::transfer)
                .optional()
                .orElseThrow(() -> Unknown.of("settlement.transfer.unknown", id));
    }

    @Override
    public void add(Transfer transfer) {
        add(List.of(transfer));
    }

    @Override
    public void add(List<Transfer> transfers) {
        known.forgetAll();
        batches.batchUpdate(
                """
                insert into transfer (reference, fund, debtor, creditor, amount_minor, currency)
                values (?, ?, ?, ?, ?, ?)
                """,
                transfers.stream()
                        .map(transfer -> new Object[] {
                            transfer.reference().value(),
                            transfer.fund().name(),
                            transfer.debtor().code(),
                            transfer.creditor().code(),
                            transfer.amount().minor(),
                            transfer.amount().currency().getCurrencyCode()
                        })
                        .toList());
    }

    @Override
    public void settled(long id, Settled settled) {
        known.forgetAll();
        knownById.forget(id);
        // Locks the row, so that of two people confirming at once one comes second and is told so.
        jdbc.sql("select id from transfer where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        Transfer transfer = read(id);
        if (!transfer.isOpen()) {
            throw Conflict.of("settlement.transfer.settled", id);
        }
        if (settled instanceof Netted netted) {
            requirePaid(transfer, netted);
            jdbc.sql("""
                            insert into payment (transfer_id, value_date, bank_reference, confirmed_by, confirmed_at, netting)
                            values (?, ?, '', ?, ?, ?)
                            """)
                    .params(id, netted.valueDate(), netted.by(), Timestamp.from(netted.at()), netted.netting())
                    .update();
            return;
        }
        if (transfer.netting() != null) {
            throw Conflict.of("settlement.transfer.netted", id, transfer.netting());
        }
        if (settled instanceof Paid paid) {
            jdbc.sql("""
                            insert into payment (transfer_id, value_date, bank_reference, confirmed_by, confirmed_at)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(id, paid.valueDate(), paid.bankReference(), paid.by(), Timestamp.from(paid.at()))
                    .update();
        } else if (settled instanceof Waived waived) {
            jdbc.sql("""
                            insert into waiver (transfer_id, letter, dated, reason, waived_by, waived_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            waived.letter(),
                            waived.dated(),
                            waived.reason(),
                            waived.by(),
                            Timestamp.from(waived.at()))
                    .update();
        }
    }

    /** Whoever calls, and whatever they have checked: no transfer is settled before all that is paid instead of it has come. */
    private void requirePaid(Transfer transfer, Netted netted) {
        Long netting = transfer.netting();
        if (netting == null || netting != netted.netting()) {
            throw Conflict.of("netting.transfer.other", transfer.id(), netted.netting());
        }
        int open = jdbc.sql("""
                        select count(*) from net_payment where netting = ? and fund = ? and currency = ? and confirmed_at is null
                        """)
                .params(
                        netting,
                        transfer.fund().name(),
                        transfer.amount().currency().getCurrencyCode())
                .query(Integer.class)
                .single();
        if (open > 0) {
            throw Conflict.of("netting.notPaid", netting, open);
        }
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return transfer(row, settled(row));
    }

    /** The transfer itself; how it was settled is known elsewhere. */
    static Transfer transfer(ResultSet row, @Nullable Settled settled) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                new OperationReference(row.getString("reference")),
                Fund.valueOf(row.getString("fund")),
                new Party(row.getString("debtor")),
                new Party(row.getString("creditor")),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                settled,
                row.getObject("netting", Long.class));
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        Long netting = row.getObject("netted_in", Long.class);
        if (netting != null) {
            return new Netted(
                    netting,
                    row.getObject("value_date", LocalDate.class),
                    row.getString("confirmed_by"),
                    row.getTimestamp("confirmed_at").toInstant());
        }
        if (row.getString("confirmed_by") != null) {
            return new Paid(
                    row.getObject("value_date", LocalDate.class),
                    row.getString("bank_reference"),
                    row.getString("confirmed_by"),
                    row.getTimestamp("confirmed_at").toInstant());
        }
        if (row.getString("waived_by") != null) {
            return new Waived(
                    row.getString("letter"),
                    row.getObject("dated", LocalDate.class),
                    row.getString("reason"),
                    row.getString("waived_by"),
                    row.getTimestamp("waived_at").toInstant());
        }
        return null;
    }
}
