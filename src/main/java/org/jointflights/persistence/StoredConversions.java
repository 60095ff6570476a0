package org.jointflights.persistence;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The one form in which conversions are stored, whatever was converted. */
public final class StoredConversions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public StoredConversions(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The number by which the converted row refers to it from now on. */
    public long add(Conversion conversion) {
        return addAll(List.of(conversion)).get(0);
    }

    /** The same of several, their numbers in the same order. */
    public List<Long> addAll(List<Conversion> conversions) {
        if (conversions.isEmpty()) {
            return List.of();
        }
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        batches.batchUpdate(
                connection -> connection.prepareStatement(
                        "insert into conversion (amount, currency, euro, rule) values (?, ?, ?, ?)",
                        new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int number) throws SQLException {
                        Conversion conversion = conversions.get(number);
                        row.setLong(1, conversion.before().minor());
                        row.setString(2, conversion.before().currency().getCurrencyCode());
                        row.setLong(3, conversion.after().minor());
                        row.setString(4, conversion.rule().name());
                    }

                    @Override
                    public int getBatchSize() {
                        return conversions.size();
                    }
                },
                keys);
        List<Long> ids = keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
        List<Object[]> rates = new ArrayList<>();
        for (int number = 0; number < conversions.size(); number++) {
            for (ExchangeRate rate : conversions.get(number).rates()) {
                rates.add(new Object[] {
                    ids.get(number),
                    rate.month().toString(),
                    rate.unitsPerEuro().toPlainString(),
                    rate.source()
                });
            }
        }
        if (!rates.isEmpty()) {
            batches.batchUpdate(
                    "insert into conversion_rate (conversion, rate_month, units_per_euro, source) values (?, ?, ?, ?)",
                    rates);
        }
        return ids;
    }

    /** Lets go of those that no row refers to any more. */
    public void remove(List<Long> ids) {
        if (!ids.isEmpty()) {
            batches.batchUpdate(
                    "delete from conversion where id = ?",
                    ids.stream().map(id -> new Object[] {id}).toList());
        }
    }

    /** All that rows of the flight in that table refer to, by number; in one query, however many rows there are. */
    public Map<Long, Conversion> of(OperationReference reference, String table) {
        return jdbc.sql("""
                        select c.*, r.rate_month, r.units_per_euro, r.source
                        from conversion c left join conversion_rate r on r.conversion = c.id
                        where c.id in (select conversion from %s where reference = ?)
                        order by c.id, r.rate_month
                        """.formatted(table)).param(reference.value()).query(StoredConversions::byNumber);
    }

    /** A conversion is its rates: it is made when the last of them is there. */
    private static Map<Long, Conversion> byNumber(ResultSet rows) throws SQLException {
        Map<Long, Conversion> conversions = new HashMap<>();
        boolean more = rows.next();
        while (more) {
            long id = rows.getLong("id");
            Money before = new Money(rows.getLong("amount"), Currency.getInstance(rows.getString("currency")));
            Money after = Money.euro(rows.getLong("euro"));
            RateRule rule = RateRule.valueOf(rows.getString("rule"));
            List<ExchangeRate> rates = new ArrayList<>();
            do {
                if (rows.getString("rate_month") != null) {
                    rates.add(rate(rows));
                }
                more = rows.next();
            } while (more && rows.getLong("id") == id);
            conversions.put(id, new Conversion(before, after, rule, rates));
        }
        return conversions;
    }

    /** The one that the row refers to, or nothing while it is not converted. */
    public static @Nullable Conversion of(ResultSet row, Map<Long, Conversion> known) throws SQLException {
        Long id = row.getObject("conversion", Long.class);
        return id == null ? null : known.get(id);
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        return new ExchangeRate(
                Currency.getInstance(row.getString("currency")),
                new BigDecimal(row.getString("units_per_euro")),
                YearMonth.parse(row.getString("rate_month")),
                row.getString("source"));
    }
}
