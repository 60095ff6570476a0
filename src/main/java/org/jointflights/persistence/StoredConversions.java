package org.jointflights.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The one form in which conversions are stored, whatever was converted. */
public final class StoredConversions {

    private final JdbcClient jdbc;

    public StoredConversions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number by which the converted row refers to it from now on. */
    public long add(Conversion conversion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into conversion (amount, currency, euro, rule) values (?, ?, ?, ?)")
                .params(
                        conversion.before().minor(),
                        conversion.before().currency().getCurrencyCode(),
                        conversion.after().minor(),
                        conversion.rule().name())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (ExchangeRate rate : conversion.rates()) {
            jdbc.sql("insert into conversion_rate (conversion, rate_month, units_per_euro, source) values (?, ?, ?, ?)")
                    .params(id, rate.month().toString(), rate.unitsPerEuro().toPlainString(), rate.source())
                    .update();
        }
        return id;
    }

    /** Lets go of one that no row refers to any more. */
    public void remove(long id) {
        jdbc.sql("delete from conversion where id = ?").param(id).update();
    }

    /** All that rows of the flight in that table refer to, by number; in two queries, however many rows there are. */
    public Map<Long, Conversion> of(OperationReference reference, String table) {
        String used = "in (select conversion from " + table + " where reference = ?)";
        Map<Long, List<ExchangeRate>> rates = new HashMap<>();
        jdbc.sql("select r.*, c.currency from conversion_rate r join conversion c on c.id = r.conversion where c.id "
                        + used + " order by r.conversion, r.rate_month")
                .param(reference.value())
                .query(row -> {
                    rates.computeIfAbsent(row.getLong("conversion"), id -> new ArrayList<>())
                            .add(rate(row));
                });
        Map<Long, Conversion> conversions = new HashMap<>();
        jdbc.sql("select * from conversion where id " + used)
                .param(reference.value())
                .query(row -> {
                    long id = row.getLong("id");
                    conversions.put(id, conversion(row, rates.getOrDefault(id, List.of())));
                });
        return conversions;
    }

    /** The one that the row refers to, or nothing while it is not converted. */
    public static @Nullable Conversion of(ResultSet row, Map<Long, Conversion> known) throws SQLException {
        Long id = row.getObject("conversion", Long.class);
        return id == null ? null : known.get(id);
    }

    private static Conversion conversion(ResultSet row, List<ExchangeRate> rates) throws SQLException {
        return new Conversion(
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                Money.euro(row.getLong("euro")),
                RateRule.valueOf(row.getString("rule")),
                rates);
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        return new ExchangeRate(
                Currency.getInstance(row.getString("currency")),
                new BigDecimal(row.getString("units_per_euro")),
                YearMonth.parse(row.getString("rate_month")),
                row.getString("source"));
    }
}
