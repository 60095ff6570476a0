package org.jointflights.persistence.banking;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.banking.BankAccounts;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.Iban;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBankAccounts implements BankAccounts {

    private final JdbcClient jdbc;

    JdbcBankAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BankAccount> of(Party party) {
        return jdbc.sql("select * from bank_account where party = ? order by id desc")
                .param(party.code())
                .query(JdbcBankAccounts::account)
                .list();
    }

    @Override
    public BankAccount get(long id) {
        return jdbc.sql("select * from bank_account where id = ?")
                .param(id)
                .query(JdbcBankAccounts::account)
                .optional()
                .orElseThrow(() -> Unknown.of("banking.account.unknown", id));
    }

    @Override
    public long add(BankAccount account) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into bank_account (party, name, iban, bic, from_day, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        account.party().code(),
                        account.name(),
                        account.iban().value(),
                        account.bic(),
                        account.from(),
                        account.enteredBy(),
                        Timestamp.from(account.enteredAt()))
                .update(key, "id");
        return requireNonNull(key.getKey()).longValue();
    }

    @Override
    public void decide(long id, BankAccount.Decided decided) {
        requireChanged(
                id,
                jdbc.sql("""
                        update bank_account set decided_by = ?, decided_at = ?, confirmed = ?
                        where id = ? and decided_by is null
                        """)
                        .params(decided.by(), Timestamp.from(decided.at()), decided.confirmed(), id)
                        .update());
    }

    @Override
    public void revoke(long id, BankAccount.Decided dropped, LocalDate today) {
        requireChanged(
                id,
                jdbc.sql("""
                        update bank_account set decided_by = ?, decided_at = ?, confirmed = ?
                        where id = ? and confirmed = true and from_day > ?
                        """)
                        .params(dropped.by(), Timestamp.from(dropped.at()), dropped.confirmed(), id, today)
                        .update());
    }

    private static void requireChanged(long id, int changed) {
        if (changed == 0) {
            throw Conflict.of("banking.account.decided", id);
        }
    }

    private static BankAccount account(ResultSet row, int number) throws SQLException {
        String by = row.getString("decided_by");
        return new BankAccount(
                row.getLong("id"),
                new Party(row.getString("party")),
                row.getString("name"),
                new Iban(row.getString("iban")),
                row.getString("bic"),
                row.getObject("from_day", LocalDate.class),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                by == null
                        ? null
                        : new BankAccount.Decided(
                                by, row.getTimestamp("decided_at").toInstant(), row.getBoolean("confirmed")));
    }
}
