package org.jointflights.persistence.costs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.costs.Rates;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.money.ExchangeRate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRates implements Rates {

    private final JdbcClient jdbc;

    JdbcRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublishedRate> find(Currency currency, YearMonth month) {
        return jdbc.sql("select * from exchange_rate where currency = ? and rate_month = ?")
                .params(currency.getCurrencyCode(), month.toString())
                .query(JdbcRates::rate)
                .optional();
    }

    @Override
    public List<PublishedRate> all() {
        return jdbc.sql("select * from exchange_rate order by currency, rate_month")
                .query(JdbcRates::rate)
                .list();
    }

    @Override
    public void add(PublishedRate published) {
        ExchangeRate rate = published.rate();
        try {
            jdbc.sql("""
                            insert into exchange_rate (currency, rate_month, units_per_euro, source, entered_by, at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            rate.currency().getCurrencyCode(),
                            rate.month().toString(),
                            rate.unitsPerEuro().toPlainString(),
                            rate.source(),
                            published.enteredBy(),
                            Timestamp.from(published.at()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("costs.budget.rate.taken", rate.currency(), rate.month());
        }
    }

    private static PublishedRate rate(ResultSet row, int number) throws SQLException {
        return new PublishedRate(
                new ExchangeRate(
                        Currency.getInstance(row.getString("currency")),
                        new BigDecimal(row.getString("units_per_euro")),
                        YearMonth.parse(row.getString("rate_month")),
                        row.getString("source")),
                row.getString("entered_by"),
                row.getTimestamp("at").toInstant());
    }
}
