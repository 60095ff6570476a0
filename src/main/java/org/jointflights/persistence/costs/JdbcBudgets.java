package org.jointflights.persistence.costs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.ItemTerms;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.jointflights.persistence.StoredConversions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBudgets implements Budgets {

    private static final String UPDATE = """
            update budget_line set description = ?, category = ?, currency = ?, net = ?, vat = ?, vat_recoverable = ?,
                payer = ?, sharing_key = ?, left_out = ?, assumed = ?, conversion = ?
            where reference = ? and position = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredConversions conversions;
    private final ReadOnce<OperationReference, List<BudgetLine>> known = new ReadOnce<>();

    JdbcBudgets(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.conversions = new StoredConversions(jdbc, batches);
    }

    @Override
    public List<BudgetLine> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<BudgetLine> read(OperationReference reference) {
        Map<Integer, Sharers> sharers = sharers(reference);
        Map<Long, Conversion> converted = conversions.of(reference, "budget_line");
        Map<Integer, Terms> terms = terms(reference);
        return List.copyOf(jdbc.sql("select * from budget_line where reference = ? and not removed order by position")
                .param(reference.value())
                .query((row, number) -> line(
                        reference,
                        row,
                        sharers.getOrDefault(row.getInt("position"), new Sharers()),
                        terms.getOrDefault(row.getInt("position"), new Terms()),
                        StoredConversions.of(row, converted)))
                .list());
    }

    @Override
    public BudgetLine get(OperationReference reference, int position) {
        return of(reference).stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow(() -> Unknown.of("costs.budget.line.unknown", position, reference));
    }

    @Override
    public void put(BudgetLine line) {
        known.forget(line.reference());
        List<Long> outdated = outdated(List.of(line));
        List<Object> columns = columns(line, numbers(List.of(line)).get(0));
        int written = jdbc.sql(UPDATE).params(columns).update();
        if (written == 0) {
            jdbc.sql("""
                            insert into budget_line (description, category, currency, net, vat, vat_recoverable, payer,
                                sharing_key, left_out, assumed, conversion, reference, position)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """).params(columns).update();
        }
        conversions.remove(outdated);
        putSharers(List.of(line));
        putTerms(line);
    }

    private void putTerms(BudgetLine line) {
        String reference = line.reference().value();
        ItemTerms terms = line.terms();
        Set<Party> all = new TreeSet<>(terms.weights().keySet());
        all.addAll(terms.limits().keySet());
        List<Object[]> rows = new ArrayList<>();
        for (Party party : all) {
            Limit limit = terms.limits().get(party);
            rows.add(Nulls.list(
                            reference,
                            line.position(),
                            party.code(),
                            terms.weights().get(party),
                            limit == null ? null : limit.floor().minor(),
                            limit == null ? null : limit.cap().minor())
                    .toArray());
        }
        jdbc.sql("delete from budget_line_term where reference = ? and position = ?")
                .params(reference, line.position())
                .update();
        batches.batchUpdate("""
                insert into budget_line_term (reference, position, party, weight, floor_minor, cap_minor)
                values (?, ?, ?, ?, ?, ?)
                """, rows);
    }

    @Override
    public void converted(List<BudgetLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        known.forget(lines.get(0).reference());
        List<Long> outdated = outdated(lines);
        List<@Nullable Long> numbers = numbers(lines);
        List<Object[]> rows = new ArrayList<>();
        for (BudgetLine line : lines) {
            rows.add(columns(line, numbers.get(rows.size())).toArray());
        }
        batches.batchUpdate(UPDATE, rows);
        conversions.remove(outdated);
        putSharers(lines);
    }

    /** The numbers of what the lines were converted by until now. */
    private List<Long> outdated(List<BudgetLine> lines) {
        return jdbc.sql("""
                        select conversion from budget_line
                        where reference = :reference and position in (:positions) and conversion is not null
                        """)
                .param("reference", lines.get(0).reference().value())
                .param("positions", lines.stream().map(BudgetLine::position).toList())
                .query(Long.class)
                .list();
    }

    /** The numbers of what the lines are converted by now, in the same order; none for those that are not. */
    private List<@Nullable Long> numbers(List<BudgetLine> lines) {
        Iterator<Long> numbers = conversions
                .addAll(lines.stream()
                        .flatMap(line -> Stream.ofNullable(line.item().conversion()))
                        .toList())
                .iterator();
        List<@Nullable Long> ofLines = new ArrayList<>();
        lines.forEach(line -> ofLines.add(line.item().conversion() == null ? null : numbers.next()));
        return ofLines;
    }

    private static List<Object> columns(BudgetLine line, @Nullable Long conversion) {
        CostItem item = line.item();
        return Nulls.list(
                line.description(),
                item.category().name(),
                line.price().net().currency().getCurrencyCode(),
                line.price().net().minor(),
                line.price().vat().minor(),
                line.price().vatRecoverable(),
                item.payer().code(),
                item.key().name(),
                line.leftOut(),
                line.assumed(),
                conversion,
                line.reference().value(),
                line.position());
    }

    private void putSharers(List<BudgetLine> lines) {
        List<Object[]> before = new ArrayList<>();
        List<Object[]> now = new ArrayList<>();
        for (BudgetLine line : lines) {
            String reference = line.reference().value();
            before.add(new Object[] {reference, line.position()});
            Set<Party> all = new TreeSet<>(line.named());
            all.addAll(line.item().sharers());
            all.forEach(party -> now.add(new Object[] {
                reference,
                line.position(),
                party.code(),
                line.named().contains(party),
                line.item().sharers().contains(party)
            }));
        }
        batches.batchUpdate("delete from budget_line_party where reference = ? and position = ?", before);
        batches.batchUpdate(
                "insert into budget_line_party (reference, position, party, named, sharing) values (?, ?, ?, ?, ?)",
                now);
    }

    @Override
    public void remove(OperationReference reference, int position) {
        known.forget(reference);
        jdbc.sql("update budget_line set removed = true where reference = ? and position = ?")
                .params(reference.value(), position)
                .update();
    }

    @Override
    public List<Quote> quotes(OperationReference reference) {
        return jdbc.sql("select parties, cost from budget_quote where reference = ? order by parties")
                .param(reference.value())
                .query((row, number) -> new Quote(
                        Stream.of(row.getString("parties").split(",", -1))
                                .map(Party::new)
                                .collect(Collectors.toSet()),
                        Money.euro(row.getLong("cost"))))
                .list();
    }

    @Override
    public void putQuotes(OperationReference reference, List<Quote> quotes) {
        jdbc.sql("delete from budget_quote where reference = ?")
                .param(reference.value())
                .update();
        batches.batchUpdate(
                "insert into budget_quote (reference, parties, cost) values (?, ?, ?)",
                quotes.stream()
                        .map(quote -> new Object[] {
                            reference.value(),
                            quote.parties().stream().map(Party::code).collect(Collectors.joining(",")),
                            quote.cost().minor()
                        })
                        .toList());
    }

    @Override
    public int nextPosition(OperationReference reference) {
        return 1
                + jdbc.sql("select coalesce(max(position), 0) from budget_line where reference = ?")
                        .param(reference.value())
                        .query(Integer.class)
                        .single();
    }

    private static BudgetLine line(
            OperationReference reference, ResultSet row, Sharers sharers, Terms agreed, @Nullable Conversion conversion)
            throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Price price = new Price(
                new Money(row.getLong("net"), currency),
                new Money(row.getLong("vat"), currency),
                row.getBoolean("vat_recoverable"));
        ItemTerms terms = agreed.in(currency);
        Map<Party, Long> weights = new TreeMap<>(terms.weights());
        weights.keySet().retainAll(sharers.sharing);
        CostItem asEntered = new CostItem(
                row.getInt("position"),
                row.getString("description"),
                CostCategory.valueOf(row.getString("category")),
                price.toShare(),
                new Party(row.getString("payer")),
                sharers.sharing,
                Key.valueOf(row.getString("sharing_key")),
                weights,
                Map.of(),
                null);
        CostItem item = conversion == null ? asEntered : asEntered.converted(conversion);
        return new BudgetLine(
                reference, price, sharers.named, item, row.getBoolean("left_out"), row.getString("assumed"), terms);
    }

    /** Weights, floors and caps of each line of a flight, by its number. */
    private Map<Integer, Terms> terms(OperationReference reference) {
        Map<Integer, Terms> byLine = new HashMap<>();
        jdbc.sql("select * from budget_line_term where reference = ?")
                .param(reference.value())
                .query(row -> {
                    byLine.computeIfAbsent(row.getInt("position"), position -> new Terms())
                            .add(row);
                });
        return byLine;
    }

    /** In the smallest unit of a currency that the line tells. */
    private static final class Terms {

        private final Map<Party, Long> weights = new TreeMap<>();
        private final Map<Party, long[]> limits = new TreeMap<>();

        private void add(ResultSet row) throws SQLException {
            Party party = new Party(row.getString("party"));
            long weight = row.getLong("weight");
            if (!row.wasNull()) {
                weights.put(party, weight);
            }
            long floor = row.getLong("floor_minor");
            if (!row.wasNull()) {
                limits.put(party, new long[] {floor, row.getLong("cap_minor")});
            }
        }

        private ItemTerms in(Currency currency) {
            Map<Party, Limit> inCurrency = new TreeMap<>();
            limits.forEach((party, limit) ->
                    inCurrency.put(party, new Limit(new Money(limit[0], currency), new Money(limit[1], currency))));
            return new ItemTerms(weights, inCurrency);
        }
    }

    /** Who shares each line of a flight, by its number. */
    private Map<Integer, Sharers> sharers(OperationReference reference) {
        Map<Integer, Sharers> byLine = new HashMap<>();
        jdbc.sql("select * from budget_line_party where reference = ?")
                .param(reference.value())
                .query(row -> {
                    byLine.computeIfAbsent(row.getInt("position"), position -> new Sharers())
                            .add(row);
                });
        return byLine;
    }

    /** By name, and as last resolved. */
    private static final class Sharers {

        private final Set<Party> named = new TreeSet<>();
        private final Set<Party> sharing = new TreeSet<>();

        private void add(ResultSet row) throws SQLException {
            Party party = new Party(row.getString("party"));
            if (row.getBoolean("named")) {
                named.add(party);
            }
            if (row.getBoolean("sharing")) {
                sharing.add(party);
            }
        }
    }
}
