package org.jointflights.persistence.recovery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.recovery.ReferenceRates;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.recovery.ReferenceRate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReferenceRates implements ReferenceRates {

    private final JdbcClient jdbc;

    JdbcReferenceRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReferenceRate> find(YearMonth month) {
        return jdbc.sql("select * from reference_rate where rate_month = ?")
                .param(month.toString())
                .query(JdbcReferenceRates::rate)
                .optional();
    }

    @Override
    public List<ReferenceRate> all() {
        return jdbc.sql("select * from reference_rate order by rate_month desc")
                .query(JdbcReferenceRates::rate)
                .list();
    }

    @Override
    public void add(ReferenceRate rate, String enteredBy, Instant at) {
        try {
            jdbc.sql("insert into reference_rate (rate_month, percent, source, entered_by, at) values (?, ?, ?, ?, ?)")
                    .params(
                            rate.month().toString(),
                            rate.percent().toPlainString(),
                            rate.source(),
                            enteredBy,
                            Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Conflict.of("recovery.rate.taken", rate.month());
        }
    }

    private static ReferenceRate rate(ResultSet row, int number) throws SQLException {
        return new ReferenceRate(
                YearMonth.parse(row.getString("rate_month")),
                new BigDecimal(row.getString("percent")),
                row.getString("source"));
    }
}
