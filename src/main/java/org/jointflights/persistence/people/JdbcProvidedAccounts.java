package org.jointflights.persistence.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jointflights.application.people.administration.ProvidedAccount;
import org.jointflights.application.people.administration.ProvidedAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProvidedAccounts implements ProvidedAccounts {

    private final JdbcClient jdbc;

    JdbcProvidedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ProvidedAccount> ofPerson(String person) {
        return jdbc.sql("select * from provided_account where person = ?")
                .param(person)
                .query(JdbcProvidedAccounts::account)
                .optional();
    }

    @Override
    public Optional<ProvidedAccount> ofSubject(String issuer, String subject) {
        return jdbc.sql("select * from provided_account where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(JdbcProvidedAccounts::account)
                .optional();
    }

    @Override
    public void add(ProvidedAccount account) {
        jdbc.sql("insert into provided_account (person, issuer, subject) values (?, ?, ?)")
                .params(account.person(), account.issuer(), account.subject())
                .update();
    }

    private static ProvidedAccount account(ResultSet row, int number) throws SQLException {
        return new ProvidedAccount(row.getString("person"), row.getString("issuer"), row.getString("subject"));
    }
}
