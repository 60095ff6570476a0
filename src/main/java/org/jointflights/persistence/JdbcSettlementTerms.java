package org.jointflights.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import org.jointflights.application.accounts.SettlementTerms;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.WithdrawalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSettlementTerms implements SettlementTerms {

    private final JdbcClient jdbc;

    JdbcSettlementTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WithdrawalRule ruleOf(OperationReference reference) {
        return jdbc.sql("select withdrawal_rule from settlement_terms where reference = ?")
                .param(reference.value())
                .query(String.class)
                .optional()
                .map(WithdrawalRule::valueOf)
                .orElse(WithdrawalRule.COMMITTED);
    }

    @Override
    public void put(OperationReference reference, WithdrawalRule rule, String agreedBy, Instant at) {
        jdbc.sql("delete from settlement_terms where reference = ?")
                .param(reference.value())
                .update();
        jdbc.sql("insert into settlement_terms (reference, withdrawal_rule, agreed_by, agreed_at) values (?, ?, ?, ?)")
                .params(reference.value(), rule.name(), agreedBy, Timestamp.from(at))
                .update();
    }
}
