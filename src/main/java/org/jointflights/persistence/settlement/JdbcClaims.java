package org.jointflights.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.settlement.Claims;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.jointflights.persistence.Nulls;
import org.jointflights.persistence.StoredConversions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClaims implements Claims {

    private static final String SELECT =
            "select c.*, v.number, v.dated from claim c left join voucher v on v.claim_id = c.id ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredConversions conversions;
    private final ReadOnce<OperationReference, List<Claim>> known = new ReadOnce<>();
    private final ReadOnce<Long, OperationReference> flights = new ReadOnce<>();

    JdbcClaims(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.conversions = new StoredConversions(jdbc, batches);
    }

    @Override
    public List<Claim> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Claim> read(OperationReference reference) {
        Map<Long, Conversion> converted = conversions.of(reference, "claim");
        return List.copyOf(jdbc.sql(SELECT + "where c.reference = ? order by c.id")
                .param(reference.value())
                .query((row, number) -> claim(row, StoredConversions.of(row, converted)))
                .list());
    }

    @Override
    public Claim get(long id) {
        List<Claim> all = of(flights.get(id, this::flightOf));
        all.forEach(claim -> flights.remember(claim.id(), claim.reference()));
        return all.stream().filter(claim -> claim.id() == id).findFirst().orElseThrow(() -> unknown(id));
    }

    private OperationReference flightOf(long id) {
        return jdbc.sql("select reference from claim where id = ?")
                .param(id)
                .query((row, number) -> new OperationReference(row.getString("reference")))
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    private static Unknown unknown(long id) {
        return Unknown.of("settlement.claim.unknown", id);
    }

    @Override
    public Claim add(Claim claim) {
        known.forget(claim.reference());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into claim (reference, claimant, kind, budget_line, category, description,
                            amount_minor, currency, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        claim.reference().value(),
                        claim.claimant().code(),
                        claim.kind().name(),
                        claim.budgetLine(),
                        claim.category().name(),
                        claim.description(),
                        claim.amount().minor(),
                        claim.amount().currency().getCurrencyCode(),
                        claim.enteredBy(),
                        Timestamp.from(claim.enteredAt())))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        Voucher voucher = claim.voucher();
        if (voucher != null) {
            jdbc.sql("insert into voucher (claim_id, number, dated) values (?, ?, ?)")
                    .params(id, voucher.number(), voucher.date())
                    .update();
        }
        return get(id);
    }

    @Override
    public void converted(long id, Conversion conversion) {
        converted(new TreeMap<>(Map.of(id, conversion)));
    }

    @Override
    public void converted(SortedMap<Long, Conversion> converted) {
        known.forgetAll();
        List<Long> numbers = conversions.addAll(List.copyOf(converted.values()));
        List<Object[]> rows = new ArrayList<>();
        for (Long id : converted.keySet()) {
            rows.add(new Object[] {numbers.get(rows.size()), id});
        }
        batches.batchUpdate("update claim set conversion = ? where id = ? and conversion is null", rows);
    }

    @Override
    public void certified(long id, Certification found) {
        known.forgetAll();
        int written = jdbc.sql("""
                        update claim set eligible_minor = ?, by_clause = ?, certify_reason = ?, certified_by = ?,
                            certified_at = ?
                        where id = ? and certified_by is null and withdrawn_for is null
                        """)
                .params(
                        found.eligible().minor(),
                        found.byClause(),
                        found.reason(),
                        found.by(),
                        Timestamp.from(found.at()),
                        id)
                .update();
        if (written == 0) {
            throw Conflict.of("settlement.claim.changed", id);
        }
    }

    @Override
    public void withdrawn(long id, String why) {
        known.forgetAll();
        int written = jdbc.sql("update claim set withdrawn_for = ? where id = ? and withdrawn_for is null")
                .params(why, id)
                .update();
        if (written == 0) {
            throw Conflict.of("settlement.claim.changed", id);
        }
        jdbc.sql("update voucher_mark set held = null where claim_id = ?")
                .param(id)
                .update();
    }

    private static Claim claim(ResultSet row, @Nullable Conversion conversion) throws SQLException {
        String voucher = row.getString("number");
        return new Claim(
                row.getLong("id"),
                new OperationReference(row.getString("reference")),
                new Party(row.getString("claimant")),
                Claim.Kind.valueOf(row.getString("kind")),
                row.getObject("budget_line", Integer.class),
                CostCategory.valueOf(row.getString("category")),
                row.getString("description"),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                voucher == null ? null : new Voucher(voucher, row.getObject("dated", LocalDate.class)),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                conversion,
                certification(row),
                row.getString("withdrawn_for"));
    }

    private static @Nullable Certification certification(ResultSet row) throws SQLException {
        if (row.getString("certified_by") == null) {
            return null;
        }
        return new Certification(
                Money.euro(row.getLong("eligible_minor")),
                row.getBoolean("by_clause"),
                row.getString("certify_reason"),
                row.getString("certified_by"),
                row.getTimestamp("certified_at").toInstant());
    }
}
