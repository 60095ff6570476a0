package org.jointflights.domain.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;

import java.util.Currency;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialDecisionTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party GB = new Party("GB");

    @Test
    void a_rate_is_an_exact_fraction() {
        assertThat(decision(70, Money.euro(100)).rate()).isEqualTo(BigFraction.of(7, 10));
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, false", "false, true, false", "true, true, true"})
    void it_is_signed_when_both_sides_have_signed(boolean frontex, boolean state, boolean signed) {
        FinancialDecision decision = decision(100, Money.euro(100));

        assertThat(new FinancialDecision(
                                REFERENCE,
                                GB,
                                decision.declared(),
                                decision.terms(),
                                decision.ceiling(),
                                decision.categories(),
                                frontex,
                                state)
                        .isSigned())
                .isEqualTo(signed);
    }

    @Test
    void where_nothing_is_paid_the_ceiling_is_nothing() {
        assertThat(decision(0, Money.euro(0)).terms().paysNothing()).isTrue();
        assertThatThrownBy(() -> decision(0, Money.euro(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No fund pays GB anything");
    }

    @Test
    void a_ceiling_is_in_euro_and_not_negative() {
        assertThatThrownBy(() -> decision(100, Money.euro(-1))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> decision(100, new Money(1, Currency.getInstance("GBP"))))
                .isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_rate_lies_between_nothing_and_everything(int percent) {
        assertThatThrownBy(() -> decision(percent, Money.euro(0))).hasMessage(percent + " % is no rate");
    }

    @Test
    void a_rule_grants_what_the_decision_says() {
        assertThat(GrantRule.of(decision(70, Money.euro(100))))
                .isEqualTo(GrantRule.of(GB, Fund.FRONTEX, BigFraction.of(7, 10), Money.euro(100)));
    }

    @Test
    void what_rests_on_an_assumption_is_told_from_what_a_source_says() {
        FundingTerms known = new FundingTerms(Fund.FRONTEX, 70, "frontex", false);

        assertThat(decision(70, Money.euro(100)).assumed()).isTrue();
        assertThat(FinancialDecision.unsigned(REFERENCE, GB, Fund.FRONTEX, known, Money.euro(100))
                        .assumed())
                .isFalse();
    }

    @Test
    void a_category_is_paid_no_more_than_the_fund_pays() {
        FinancialDecision decision = decision(70, Money.euro(100));

        assertThat(decision.with(Map.of(CostCategory.ESCORTS, new CategoryTerms(70, null)))
                        .categories())
                .hasSize(1);
        refusal(
                BadInput.class,
                "approval.category.aboveRate",
                () -> decision.with(Map.of(CostCategory.ESCORTS, new CategoryTerms(71, null))));
        refusal(BadInput.class, "costs.percent", () -> new CategoryTerms(101, null));
        refusal(BadInput.class, "approval.ceiling.negative", () -> new CategoryTerms(1, Money.euro(-1)));
    }

    private static FinancialDecision decision(int percent, Money ceiling) {
        return FinancialDecision.unsigned(
                REFERENCE, GB, Fund.FRONTEX, new FundingTerms(Fund.FRONTEX, percent, "frontex", true), ceiling);
    }
}
