package org.jointflights.persistence.costs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBudgets implements Budgets {

    private final JdbcClient jdbc;

    JdbcBudgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BudgetLine> of(OperationReference reference) {
        return jdbc.sql("select * from budget_line where reference = ? and not removed order by position")
                .param(reference.value())
                .query(this::line)
                .list();
    }

    @Override
    public BudgetLine get(OperationReference reference, int position) {
        return jdbc.sql("select * from budget_line where reference = ? and position = ? and not removed")
                .params(reference.value(), position)
                .query(this::line)
                .optional()
                .orElseThrow(() -> Unknown.of("costs.budget.line.unknown", position, reference));
    }

    @Override
    public void put(BudgetLine line) {
        CostItem item = line.item();
        Conversion conversion = item.conversion();
        List<Object> columns = Nulls.list(
                line.description(),
                item.category(),
                line.price().net().currency().getCurrencyCode(),
                line.price().net().minor(),
                line.price().vat().minor(),
                line.price().vatRecoverable(),
                item.payer().code(),
                codes(line.named()),
                codes(item.sharers()),
                item.key().name(),
                line.leftOut(),
                line.assumed(),
                conversion == null ? null : conversion.after().minor(),
                conversion == null ? null : conversion.rule().name(),
                line.reference().value(),
                line.position());
        int written = jdbc.sql("""
                        update budget_line set description = ?, category = ?, currency = ?, net = ?, vat = ?,
                            vat_recoverable = ?, payer = ?, named = ?, sharers = ?, sharing_key = ?, left_out = ?,
                            assumed = ?, euro = ?, rate_rule = ?
                        where reference = ? and position = ?
                        """).params(columns).update();
        if (written == 0) {
            jdbc.sql("""
                            insert into budget_line (description, category, currency, net, vat, vat_recoverable, payer,
                                named, sharers, sharing_key, left_out, assumed, euro, rate_rule, reference, position)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """).params(columns).update();
        }
        putRates(line, conversion == null ? List.of() : conversion.rates());
    }

    private void putRates(BudgetLine line, List<ExchangeRate> rates) {
        jdbc.sql("delete from budget_line_rate where reference = ? and position = ?")
                .params(line.reference().value(), line.position())
                .update();
        for (ExchangeRate rate : rates) {
            jdbc.sql("""
                            insert into budget_line_rate (reference, position, rate_month, units_per_euro, source)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            line.reference().value(),
                            line.position(),
                            rate.month().toString(),
                            rate.unitsPerEuro().toPlainString(),
                            rate.source())
                    .update();
        }
    }

    @Override
    public void remove(OperationReference reference, int position) {
        jdbc.sql("update budget_line set removed = true where reference = ? and position = ?")
                .params(reference.value(), position)
                .update();
    }

    @Override
    public int nextPosition(OperationReference reference) {
        return 1
                + jdbc.sql("select coalesce(max(position), 0) from budget_line where reference = ?")
                        .param(reference.value())
                        .query(Integer.class)
                        .single();
    }

    private BudgetLine line(ResultSet row, int number) throws SQLException {
        OperationReference reference = new OperationReference(row.getString("reference"));
        int position = row.getInt("position");
        Currency currency = Currency.getInstance(row.getString("currency"));
        Price price = new Price(
                new Money(row.getLong("net"), currency),
                new Money(row.getLong("vat"), currency),
                row.getBoolean("vat_recoverable"));
        CostItem asEntered = CostItem.common(
                BudgetLine.id(position, row.getString("description")),
                row.getString("category"),
                price.toShare(),
                new Party(row.getString("payer")),
                parties(row.getString("sharers")),
                Key.valueOf(row.getString("sharing_key")));
        String rule = row.getString("rate_rule");
        CostItem item = rule == null
                ? asEntered
                : asEntered.converted(new Conversion(
                        price.toShare(),
                        Money.euro(row.getLong("euro")),
                        RateRule.valueOf(rule),
                        rates(reference, position, currency)));
        return new BudgetLine(
                reference,
                position,
                row.getString("description"),
                price,
                parties(row.getString("named")),
                item,
                row.getBoolean("left_out"),
                row.getString("assumed"));
    }

    private List<ExchangeRate> rates(OperationReference reference, int position, Currency currency) {
        return jdbc.sql("select * from budget_line_rate where reference = ? and position = ? order by rate_month")
                .params(reference.value(), position)
                .query((row, number) -> new ExchangeRate(
                        currency,
                        new BigDecimal(row.getString("units_per_euro")),
                        YearMonth.parse(row.getString("rate_month")),
                        row.getString("source")))
                .list();
    }

    private static String codes(Collection<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(","));
    }

    private static Set<Party> parties(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Party::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
