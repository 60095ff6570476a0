package org.jointflights.persistence.annual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.annual.Appropriations;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppropriations implements Appropriations {

    private final JdbcClient jdbc;

    JdbcAppropriations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Appropriation> of(int year) {
        return jdbc.sql("select * from appropriation where budget_year = ? order by id desc")
                .param(year)
                .query(JdbcAppropriations::appropriation)
                .list();
    }

    @Override
    public Optional<Appropriation> find(Fund fund, Party beneficiary, int year) {
        return jdbc.sql("""
                        select * from appropriation where budget_year = ? and fund = ? and beneficiary = ?
                        order by id desc limit 1
                        """)
                .params(year, fund.name(), beneficiary.code())
                .query(JdbcAppropriations::appropriation)
                .optional();
    }

    @Override
    public void add(Appropriation appropriation) {
        jdbc.sql("""
                        insert into appropriation (fund, budget_year, beneficiary, amount_minor, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        appropriation.fund().name(),
                        appropriation.year(),
                        appropriation.beneficiary().code(),
                        appropriation.amount().minor(),
                        appropriation.enteredBy(),
                        Timestamp.from(appropriation.enteredAt()))
                .update();
    }

    private static Appropriation appropriation(ResultSet row, int number) throws SQLException {
        return new Appropriation(
                Fund.valueOf(row.getString("fund")),
                row.getInt("budget_year"),
                new Party(row.getString("beneficiary")),
                Money.euro(row.getLong("amount_minor")),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }
}
