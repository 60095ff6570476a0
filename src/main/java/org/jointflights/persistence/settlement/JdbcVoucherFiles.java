package org.jointflights.persistence.settlement;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.settlement.VoucherFiles;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.jointflights.domain.settlement.VoucherFile;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcVoucherFiles implements VoucherFiles {

    private final JdbcClient jdbc;

    JdbcVoucherFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(VoucherFile added, byte[] content) {
        waitForClaim(added.claim());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        AttachedFile file = added.file();
        jdbc.sql("""
                        insert into voucher_file (reference, claim_id, name, kind, size_in_bytes, sha256, scan, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        added.reference().value(),
                        added.claim(),
                        file.name(),
                        file.kind().name(),
                        file.size(),
                        file.hash(),
                        file.scan().name(),
                        added.addedBy(),
                        Timestamp.from(added.addedAt()))
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        jdbc.sql("insert into voucher_file_content (file, reference, content) values (?, ?, ?)")
                .params(id, added.reference().value(), content)
                .update();
        ElectronicInvoice invoice = added.invoice();
        if (invoice != null) {
            Money total = invoice.total();
            jdbc.sql("""
                            insert into voucher_invoice (file, number, dated, currency, payable_minor, total_minor, seller)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            id,
                            invoice.number(),
                            invoice.date(),
                            invoice.payable().currency().getCurrencyCode(),
                            invoice.payable().minor(),
                            total == null ? null : total.minor(),
                            invoice.seller()))
                    .update();
        }
        return id;
    }

    /** Whoever certifies the claim waits for this transaction, or has finished: nothing comes to a claim that is certified. */
    private void waitForClaim(long claim) {
        boolean open = jdbc.sql(
                        "select certified_by is null and withdrawn_for is null as is_open from claim where id = ? for update")
                .param(claim)
                .query((row, number) -> row.getBoolean("is_open"))
                .single();
        if (!open) {
            throw Conflict.of("settlement.voucher.file.closed", claim);
        }
    }

    @Override
    public List<VoucherFile> of(OperationReference reference) {
        return jdbc.sql("""
                        select f.*, i.number, i.dated, i.currency, i.payable_minor, i.total_minor, i.seller
                        from voucher_file f left join voucher_invoice i on i.file = f.id
                        where f.reference = ? order by f.id
                        """)
                .param(reference.value())
                .query((row, number) -> file(row, reference))
                .list();
    }

    @Override
    public Optional<byte[]> content(long id) {
        return jdbc.sql("select content from voucher_file_content where file = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAway(VoucherFile file, String person, Instant at) {
        waitForClaim(file.claim());
        jdbc.sql("update voucher_file set name = '', taken_by = ?, taken_at = ? where id = ? and taken_at is null")
                .params(person, Timestamp.from(at), file.id())
                .update();
        jdbc.sql("delete from voucher_file_content where file = ?")
                .param(file.id())
                .update();
        jdbc.sql("delete from voucher_invoice where file = ?").param(file.id()).update();
    }

    @Override
    public List<OperationReference> ofAccountsClosedBefore(Instant then) {
        return jdbc.sql("""
                        select c.reference from voucher_file_content c
                        join trail t on t.reference = c.reference and t.code = :closed
                        group by c.reference having max(t.at) < :then order by c.reference
                        """)
                .param("closed", TrailEvent.ACCOUNTS_CLOSED.code())
                .param("then", Timestamp.from(then))
                .query((row, number) -> new OperationReference(row.getString("reference")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(OperationReference reference) {
        int erased = jdbc.sql("delete from voucher_file_content where reference = ?")
                .param(reference.value())
                .update();
        jdbc.sql("update voucher_file set name = '' where reference = ? and name <> ''")
                .param(reference.value())
                .update();
        return erased;
    }

    private static VoucherFile file(ResultSet row, OperationReference reference) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        return new VoucherFile(
                row.getLong("id"),
                reference,
                row.getLong("claim_id"),
                new AttachedFile(
                        row.getString("name"),
                        FileKind.valueOf(row.getString("kind")),
                        row.getInt("size_in_bytes"),
                        row.getString("sha256"),
                        FileScan.valueOf(row.getString("scan"))),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant(),
                invoice(row),
                taken == null ? null : taken.toInstant());
    }

    private static @Nullable ElectronicInvoice invoice(ResultSet row) throws SQLException {
        String code = row.getString("currency");
        if (code == null) {
            return null;
        }
        Currency currency = Currency.getInstance(code);
        Long total = row.getObject("total_minor", Long.class);
        return new ElectronicInvoice(
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                new Money(row.getLong("payable_minor"), currency),
                total == null ? null : new Money(total, currency),
                row.getString("seller"));
    }
}
