package org.jointflights.persistence.flight;

import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.WithdrawalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWithdrawalRules implements WithdrawalRules {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, WithdrawalRule> known = new ReadOnce<>();

    JdbcWithdrawalRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WithdrawalRule of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private WithdrawalRule read(OperationReference reference) {
        return jdbc.sql("select rule from withdrawal_rule where reference = ?")
                .param(reference.value())
                .query(String.class)
                .optional()
                .map(WithdrawalRule::valueOf)
                .orElse(WithdrawalRule.COMMITTED);
    }

    @Override
    public void put(OperationReference reference, WithdrawalRule rule) {
        known.forget(reference);
        jdbc.sql("delete from withdrawal_rule where reference = ?")
                .param(reference.value())
                .update();
        jdbc.sql("insert into withdrawal_rule (reference, rule) values (?, ?)")
                .params(reference.value(), rule.name())
                .update();
    }
}
