package org.jointflights.persistence.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFinancialDecisions implements FinancialDecisions {

    /** Only the newest version's signatures count, and only while neither it nor they are void. */
    private static final String SIGNED = """
            exists (select 1 from signature s join plan_version v on v.reference = s.reference and v.number = s.version
                where s.reference = d.reference and s.party = d.beneficiary and s.role = '%s'
                    and s.hash = v.hash and not s.refused and s.voided_for is null and v.voided_for is null
                    and v.number = (select max(n.number) from plan_version n where n.reference = d.reference))
            """;

    private static final String DELETE = "delete from financial_decision where reference = ? and beneficiary = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final KnownDecisions known;

    JdbcFinancialDecisions(JdbcClient jdbc, JdbcTemplate batches, KnownDecisions known) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.known = known;
    }

    @Override
    public List<FinancialDecision> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<FinancialDecision> read(OperationReference reference) {
        Map<String, Map<CostCategory, CategoryTerms>> categories = categories(reference);
        return List.copyOf(jdbc.sql("select d.*, " + SIGNED.formatted("DECISION_FOR_FRONTEX") + " as by_frontex, "
                        + SIGNED.formatted("DECISION_FOR_STATE") + " as by_state"
                        + " from financial_decision d where d.reference = ? order by d.beneficiary")
                .param(reference.value())
                .query((row, number) -> decision(row, categories.getOrDefault(row.getString("beneficiary"), Map.of())))
                .list());
    }

    /** By beneficiary. */
    private Map<String, Map<CostCategory, CategoryTerms>> categories(OperationReference reference) {
        Map<String, Map<CostCategory, CategoryTerms>> byBeneficiary = new HashMap<>();
        jdbc.sql("select * from financial_decision_category where reference = ?")
                .param(reference.value())
                .query(row -> {
                    long cap = row.getLong("cap");
                    Money most = row.wasNull() ? null : Money.euro(cap);
                    byBeneficiary
                            .computeIfAbsent(row.getString("beneficiary"), beneficiary -> new HashMap<>())
                            .put(
                                    CostCategory.valueOf(row.getString("category")),
                                    new CategoryTerms(row.getInt("percent"), most));
                });
        return byBeneficiary;
    }

    @Override
    public void put(FinancialDecision decision) {
        put(List.of(decision));
    }

    @Override
    public void put(List<FinancialDecision> decisions) {
        decisions.forEach(decision -> known.forget(decision.reference()));
        batches.batchUpdate(
                DELETE, decisions.stream().map(JdbcFinancialDecisions::key).toList());
        batches.batchUpdate(
                """
                insert into financial_decision (reference, beneficiary, declared, fund, percent, basis, assumed, ceiling)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, decisions.stream().map(JdbcFinancialDecisions::columns).toList());
        batches.batchUpdate(
                """
                insert into financial_decision_category (reference, beneficiary, category, percent, cap)
                values (?, ?, ?, ?, ?)
                """,
                decisions.stream()
                        .flatMap(decision -> decision.categories().entrySet().stream()
                                .map(entry -> columns(decision, entry.getKey(), entry.getValue())))
                        .toList());
    }

    private static Object[] key(FinancialDecision decision) {
        return new Object[] {
            decision.reference().value(), decision.beneficiary().code()
        };
    }

    private static Object[] columns(FinancialDecision decision, CostCategory category, CategoryTerms terms) {
        Money cap = terms.cap();
        return Nulls.list(
                        decision.reference().value(),
                        decision.beneficiary().code(),
                        category.name(),
                        terms.percent(),
                        cap == null ? null : cap.minor())
                .toArray();
    }

    private static Object[] columns(FinancialDecision decision) {
        FundingTerms terms = decision.terms();
        return new Object[] {
            decision.reference().value(),
            decision.beneficiary().code(),
            decision.declared().name(),
            terms.fund().name(),
            terms.percent(),
            terms.basis(),
            terms.assumed(),
            decision.ceiling().minor()
        };
    }

    @Override
    public void remove(OperationReference reference, Party beneficiary) {
        known.forget(reference);
        jdbc.sql(DELETE).params(reference.value(), beneficiary.code()).update();
    }

    private static FinancialDecision decision(ResultSet row, Map<CostCategory, CategoryTerms> categories)
            throws SQLException {
        FundingTerms terms = new FundingTerms(
                Fund.valueOf(row.getString("fund")),
                row.getInt("percent"),
                row.getString("basis"),
                row.getBoolean("assumed"));
        return new FinancialDecision(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("beneficiary")),
                Fund.valueOf(row.getString("declared")),
                terms,
                Money.euro(row.getLong("ceiling")),
                categories,
                row.getBoolean("by_frontex"),
                row.getBoolean("by_state"));
    }
}
