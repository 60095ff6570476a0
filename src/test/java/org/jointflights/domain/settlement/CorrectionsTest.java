package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts.Draft;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    /** France paid 1,000.00, of which Frontex pays 70 %, and Britain bears half of the rest. 500.00 of it was nothing. */
    @Test
    void a_fund_and_the_sharers_get_back_from_the_claimant_what_they_bore_of_what_was_wrong() {
        CostInput frame = CostInput.of(
                List.of(Participant.committed(FR, Seats.NONE), Participant.committed(GB, Seats.NONE)), null, List.of());
        List<FinalCost> costs = List.of(cost(1, 1_000_00, 1_000_00));
        List<GrantRule> rules = List.of(GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(7, 10), Money.euro(10_000_00)));

        List<Draft> drafts = Corrections.of(costs, rules, frame, Map.of(), Map.of(1L, Money.euro(500_00)));

        assertThat(dues(drafts))
                .containsExactlyInAnyOrder(
                        new Due(Fund.FRONTEX, FR, Party.FRONTEX, Money.euro(350_00)),
                        new Due(Fund.NATIONAL, FR, GB, Money.euro(75_00)));
        assertThat(drafts).allSatisfy(draft -> assertThat(draft.kind()).isEqualTo(Posting.Kind.RECOVERY));
    }

    /** 900.00 of what is eligible was paid because of the ceiling, and 900.00 is still eligible. */
    @Test
    void where_the_ceiling_binds_without_what_was_wrong_as_well_the_fund_gets_nothing_back() {
        CostInput frame = CostInput.of(
                List.of(Participant.committed(FR, Seats.NONE), Participant.committed(GB, Seats.NONE)), null, List.of());
        List<FinalCost> costs = List.of(cost(1, 1_000_00, 1_000_00));
        List<GrantRule> rules = List.of(GrantRule.of(FR, Fund.FRONTEX, BigFraction.ONE, Money.euro(900_00)));

        List<Draft> drafts = Corrections.of(costs, rules, frame, Map.of(), Map.of(1L, Money.euro(100_00)));

        assertThat(dues(drafts)).containsExactly(new Due(Fund.NATIONAL, FR, GB, Money.euro(50_00)));
    }

    @Test
    void more_than_was_eligible_is_not_recovered() {
        List<FinalCost> costs = List.of(cost(1, 1_000_00, 400_00));

        assertThatThrownBy(() -> Corrections.without(costs, Map.of(1L, Money.euro(400_01))))
                .isInstanceOf(BadInput.class);
        assertThat(Corrections.without(costs, Map.of(1L, Money.euro(400_00)))
                        .get(0)
                        .paid())
                .isEqualTo(Money.euro(600_00));
    }

    /** Random findings over random flights, one after the other. */
    @Test
    void what_was_final_and_what_is_recovered_are_together_the_accounts_without_what_was_wrong() {
        Random random = new Random(55);
        int recovered = 0;
        for (int run = 0; run < 500; run++) {
            CostInput frame = FinalAccountsTest.frame(random);
            List<FinalCost> costs = FinalAccountsTest.costs(random);
            List<GrantRule> rules = FinalAccountsTest.rules(random);
            List<Draft> all = FinalAccounts.of(costs, rules, frame);
            Ledger ledger = new Ledger(new Ledger(List.of()).toBecome(all, 1));
            Map<Long, Money> wrong = new HashMap<>();
            for (int finding = 0; finding < 3; finding++) {
                FinalCost cost = costs.get(random.nextInt(costs.size()));
                long already = wrong.getOrDefault(cost.claim(), Money.euro(0)).minor();
                if (cost.eligible().minor() <= already) {
                    continue;
                }
                Map<Long, Money> after = new HashMap<>(wrong);
                after.put(
                        cost.claim(),
                        Money.euro(already + 1 + random.nextLong(cost.eligible().minor() - already)));
                List<Draft> drafts = Corrections.of(costs, rules, frame, wrong, after);
                requireOnlyTheClaimantOwes(drafts, cost.claimant());
                ledger = new Ledger(Stream.concat(ledger.postings().stream(), ledger.toCorrect(drafts, 1).stream())
                        .toList());
                ledger.requireZero();
                wrong = after;
                recovered++;
            }
            assertThat(sums(ledger.postings().stream()
                            .map(posting -> Map.entry(
                                    posting.claim() + " " + posting.fund() + " " + posting.party(), posting.amount()))))
                    .as("run " + run)
                    .isEqualTo(sums(FinalAccounts.of(Corrections.without(costs, wrong), rules, frame).stream()
                            .map(draft -> Map.entry(
                                    draft.claim() + " " + draft.fund() + " " + draft.party(), draft.amount()))));
            assertThat(ledger.shares())
                    .as("what was signed stands")
                    .isEqualTo(new Ledger(new Ledger(List.of()).toBecome(all, 1)).shares());
        }
        assertThat(recovered).isGreaterThan(1_000);
    }

    /** Whoever else owes something owes the cent that rounding gave it, of each claim one at most; a fund never does. */
    private static void requireOnlyTheClaimantOwes(List<Draft> drafts, Party claimant) {
        long claims = drafts.stream().map(Draft::claim).distinct().count();
        for (Due due : dues(drafts)) {
            if (!due.debtor().equals(claimant)) {
                assertThat(due.fund()).as(due.toString()).isEqualTo(Fund.NATIONAL);
                assertThat(due.amount().minor()).as(due.toString()).isBetween(1L, claims);
            }
        }
    }

    private static List<Due> dues(List<Draft> drafts) {
        Balances balances = new Balances();
        drafts.forEach(draft -> balances.add(draft.fund(), draft.party(), draft.amount()));
        return balances.dues();
    }

    private static Map<String, Money> sums(Stream<Map.Entry<String, Money>> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.getKey(), amount.getValue(), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private static FinalCost cost(long claim, long paid, long eligible) {
        return new FinalCost(
                Money.euro(eligible),
                CostItem.common(
                        claim, "charter", CostCategory.CHARTER, Money.euro(paid), FR, Set.of(FR, GB), Key.EQUAL));
    }
}
