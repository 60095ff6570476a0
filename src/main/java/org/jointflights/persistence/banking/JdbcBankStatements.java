package org.jointflights.persistence.banking;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.banking.BankStatements;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.StatedPayment;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcBankStatements implements BankStatements {

    private static final String WAITS = "party = ? and finding <> 'CONFIRMED' and dealt_by is null";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcBankStatements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Party party) {
        jdbc.sql("select code from party where code = ? for update")
                .param(party.code())
                .query(String.class)
                .list();
        ReadOnce.forgetAllThatWasRead();
    }

    @Override
    public List<BankStatement> ofFile(Party party, String hash) {
        return jdbc.sql("select * from bank_statement where party = ? and sha256 = ? order by id")
                .params(party.code(), hash)
                .query(JdbcBankStatements::statement)
                .list();
    }

    @Override
    public List<BankStatement> newest(Party party) {
        return jdbc.sql("select * from bank_statement where party = ? order by id desc limit 20")
                .param(party.code())
                .query(JdbcBankStatements::statement)
                .list();
    }

    @Override
    public boolean isKnown(Party party, String account, String number) {
        return jdbc.sql("select count(*) from bank_statement where party = ? and account = ? and number = ?")
                        .params(party.code(), account, number)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Set<String> references(Party party, String account) {
        Set<String> references = new HashSet<>();
        jdbc.sql("""
                        select e.entry_ref, e.part_ref from bank_entry e join bank_statement s on s.id = e.statement_id
                        where s.party = ? and s.account = ? and (e.flaw is null or e.flaw <> 'NOT_BOOKED')
                        """)
                .params(party.code(), account)
                .query((row, number) -> List.of(row.getString("entry_ref"), row.getString("part_ref")))
                .list()
                .forEach(references::addAll);
        references.remove("");
        return references;
    }

    @Override
    public long add(BankStatement statement) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into bank_statement (party, sha256, number, account, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        statement.party().code(),
                        statement.hash(),
                        statement.number(),
                        statement.account(),
                        statement.enteredBy(),
                        Timestamp.from(statement.enteredAt()))
                .update(key, "id");
        return requireNonNull(key.getKey()).longValue();
    }

    @Override
    public void add(long statement, Party party, List<Found> entries) {
        batches.batchUpdate(
                """
                insert into bank_entry (statement_id, party, entry, part, entry_ref, part_ref, end_to_end, amount, currency,
                    value_day, flaw, finding)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entries.stream().map(found -> row(statement, party, found)).toList());
    }

    private static Object[] row(long statement, Party party, Found found) {
        StatedPayment payment = found.payment();
        EntryFinding flaw = payment.flaw();
        return Nulls.list(
                        statement,
                        party.code(),
                        payment.entry(),
                        payment.part(),
                        payment.entryReference(),
                        payment.partReference(),
                        payment.endToEnd(),
                        payment.amount(),
                        payment.currency(),
                        payment.valueDate(),
                        flaw == null ? null : flaw.name(),
                        found.finding().name())
                .toArray();
    }

    @Override
    public List<BankEntry> of(long statement) {
        return jdbc.sql("select * from bank_entry where statement_id = ? order by entry, part")
                .param(statement)
                .query(JdbcBankStatements::entry)
                .list();
    }

    @Override
    public List<BankEntry> waiting(Party party, int most) {
        return jdbc.sql("select * from bank_entry where " + WAITS + " order by id limit ?")
                .params(party.code(), most)
                .query(JdbcBankStatements::entry)
                .list();
    }

    @Override
    public int countWaiting(Party party) {
        return jdbc.sql("select count(*) from bank_entry where " + WAITS)
                .param(party.code())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public BankEntry hold(long id) {
        return jdbc.sql("select * from bank_entry where id = ? for update")
                .param(id)
                .query(JdbcBankStatements::entry)
                .optional()
                .orElseThrow(() -> Unknown.of("banking.entry.unknown", id));
    }

    @Override
    public void found(long id, EntryFinding finding, @Nullable Sentence said) {
        jdbc.sql("update bank_entry set finding = ?, said = ? where id = ?")
                .params(Nulls.list(finding.name(), said == null ? null : SentenceJson.writeWhole(said), id))
                .update();
    }

    @Override
    public void dealtWith(long id, BankEntry.DealtWith dealtWith) {
        jdbc.sql("update bank_entry set dealt_by = ?, dealt_at = ?, outcome = ? where id = ?")
                .params(
                        dealtWith.by(),
                        Timestamp.from(dealtWith.at()),
                        dealtWith.outcome().name(),
                        id)
                .update();
    }

    private static BankStatement statement(ResultSet row, int number) throws SQLException {
        return new BankStatement(
                row.getLong("id"),
                new Party(row.getString("party")),
                row.getString("sha256"),
                row.getString("number"),
                row.getString("account"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }

    private static BankEntry entry(ResultSet row, int number) throws SQLException {
        String flaw = row.getString("flaw");
        String said = row.getString("said");
        String by = row.getString("dealt_by");
        return new BankEntry(
                row.getLong("id"),
                row.getLong("statement_id"),
                new Party(row.getString("party")),
                new StatedPayment(
                        row.getInt("entry"),
                        row.getInt("part"),
                        row.getString("entry_ref"),
                        row.getString("part_ref"),
                        row.getString("end_to_end"),
                        row.getBigDecimal("amount").stripTrailingZeros(),
                        row.getString("currency"),
                        row.getObject("value_day", LocalDate.class),
                        flaw == null ? null : EntryFinding.valueOf(flaw)),
                EntryFinding.valueOf(row.getString("finding")),
                said == null ? null : SentenceJson.readWhole(said),
                by == null
                        ? null
                        : new BankEntry.DealtWith(
                                by,
                                row.getTimestamp("dealt_at").toInstant(),
                                BankEntry.Outcome.valueOf(row.getString("outcome"))));
    }
}
