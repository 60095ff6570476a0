package org.jointflights.application.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.CostServices;
import org.jointflights.application.people.Audience;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftDecisionsTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final DraftDecisions draft = new FundingServices(ports).decisions;
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_whose_charter_france_pays_and_whose_escorts_are_british() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        costs.budget.add(REFERENCE, CostServices.charter(Key.EQUAL));
        costs.budget.add(REFERENCE, CostServices.british("Escorts", CostServices.euro(50_001)));
        ports.user.is("fxcoordinator", "FXcoordinator");
    }

    @Test
    void every_state_that_takes_part_gets_frontexs_money_up_to_what_it_is_expected_to_claim() {
        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE))
                .containsExactly(
                        decision(FR, Fund.FRONTEX, frontex(), 26_200_000),
                        decision(GB, Fund.FRONTEX, frontex(), 50_001));
    }

    @Test
    void what_was_decided_before_stays() {
        draft.set(REFERENCE, GB, Fund.FRONTEX, Money.euro(40_000));
        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE).get(1).ceiling()).isEqualTo(Money.euro(40_000));
        draft.set(REFERENCE, GB, Fund.RETURN_FUND, Money.euro(0));
        draft.draft(REFERENCE);
        assertThat(ports.decisions.of(REFERENCE).get(1).fund()).isEqualTo(Fund.RETURN_FUND);
    }

    @Test
    void single_categories_may_be_paid_less_under_the_one_ceiling_and_that_stays_too() {
        Map<CostCategory, CategoryTerms> less = Map.of(
                CostCategory.ESCORTS, new CategoryTerms(80, Money.euro(2_000_000)),
                CostCategory.VISAS, new CategoryTerms(0, null));
        draft.set(REFERENCE, GB, Fund.FRONTEX, Money.euro(40_000), less);
        draft.draft(REFERENCE);

        FinancialDecision decision = ports.decisions.of(REFERENCE).get(1);
        assertThat(decision.categories()).isEqualTo(less);
        assertThat(decision.ceiling()).isEqualTo(Money.euro(40_000));
        assertThat(ports.trail.of(REFERENCE))
                .extracting(entry -> entry.what().code())
                .contains("trail.ceiling", "trail.categoryCap", "trail.categoryRate");
        // Another fund, of which nothing of the kind was said.
        draft.set(REFERENCE, GB, Fund.RETURN_FUND, Money.euro(0));
        assertThat(ports.decisions.of(REFERENCE).get(1).categories()).isEmpty();
    }

    @Test
    void where_the_law_of_another_day_pays_otherwise_the_ceiling_is_drafted_anew() {
        draft.set(REFERENCE, FR, Fund.FRONTEX, Money.euro(7));
        draft.set(REFERENCE, GB, Fund.FRONTEX, Money.euro(40_000));
        ports.flights.put(ports.flights.get(REFERENCE).postponedTo(DEPARTURE.plusDays(1), ports.clock.instant()));

        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE))
                .containsExactly(
                        decision(FR, Fund.FRONTEX, frontex(), 7),
                        decision(GB, Fund.FRONTEX, new FundingTerms(Fund.NATIONAL, 0, "noMoneyAfter2017", true), 0));
    }

    @Test
    void a_part_of_a_claim_is_drafted_down_to_the_cent() {
        ports.decisions.put(decision(
                GB,
                Fund.PREPARATORY_ACTION,
                new FundingTerms(Fund.PREPARATORY_ACTION, 50, "preparatoryAction", true),
                1));
        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE).get(1).ceiling()).isEqualTo(Money.euro(35_000));
    }

    @Test
    void who_has_left_keeps_no_decision() {
        draft.draft(REFERENCE);
        ports.participations.put(ports.participations
                .get(REFERENCE, GB)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE))
                .extracting(FinancialDecision::beneficiary)
                .containsExactly(FR);
    }

    @Test
    void a_state_is_expected_to_claim_what_it_pays_itself_unless_nobody_shares_it() {
        assertThat(draft.expectedClaim(REFERENCE, GB)).isEqualTo(Money.euro(50_001));
        costs.budget.add(REFERENCE, CostServices.british("Buses", CostServices.euro(9)));
        assertThat(draft.expectedClaim(REFERENCE, GB)).isEqualTo(Money.euro(50_010));

        BudgetLine line = ports.budgets.get(REFERENCE, 2);
        ports.budgets.put(new BudgetLine(REFERENCE, line.price(), line.named(), line.item(), true, null));
        assertThat(draft.expectedClaim(REFERENCE, GB)).isEqualTo(Money.euro(9));
    }

    @Test
    void a_state_that_gets_money_back_is_expected_to_claim_nothing() {
        BudgetLine line = ports.budgets.get(REFERENCE, 2);
        CostItem refund = line.item().of(Money.euro(-5));
        ports.budgets.put(new BudgetLine(REFERENCE, line.price(), line.named(), refund, false, null));
        draft.draft(REFERENCE);

        assertThat(ports.decisions.of(REFERENCE).get(1).ceiling()).isEqualTo(Money.euro(0));
    }

    @Test
    void frontexs_coordinator_says_which_fund_pays_up_to_how_much() {
        draft.set(REFERENCE, GB, Fund.PREPARATORY_ACTION, Money.euro(40_000));

        FundingTerms terms = new FundingTerms(Fund.PREPARATORY_ACTION, 70, "preparatoryAction", true);
        assertThat(ports.decisions.of(REFERENCE)).containsExactly(decision(GB, Fund.PREPARATORY_ACTION, terms, 40_000));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of(
                        "trail.ceiling", GB, Sentence.of("approval.fund.PREPARATORY_ACTION"), 70, Money.euro(40_000)));
        assertThat(ports.trail.last().party()).isEqualTo(GB);
        assertThat(ports.trail.last().event().audience()).isEqualTo(Audience.PARTY);
    }

    @Test
    void a_state_that_does_not_take_part_gets_no_money() {
        int before = ports.traces().size();
        BadInput refused = refusal(
                BadInput.class,
                "approval.beneficiary.unknown",
                () -> draft.set(REFERENCE, ES, Fund.FRONTEX, Money.euro(1)));

        assertThat(refused.field()).isEqualTo("beneficiary");
        assertThat(refused.asSentence().arguments()).contains(List.of(FR, GB).toString());
        assertThat(ports.decisions.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void where_a_fund_pays_nothing_a_ceiling_is_refused() {
        int before = ports.traces().size();
        refusal(
                BadInput.class,
                "approval.ceiling.nothingPaid",
                () -> draft.set(REFERENCE, GB, Fund.NATIONAL, Money.euro(1)));

        assertThat(ports.decisions.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).hasSize(before);
    }

    private static FundingTerms frontex() {
        return new FundingTerms(Fund.FRONTEX, 100, "frontex", false);
    }

    private static FinancialDecision decision(Party party, Fund declared, FundingTerms terms, long ceiling) {
        return FinancialDecision.unsigned(REFERENCE, party, declared, terms, Money.euro(ceiling));
    }
}
