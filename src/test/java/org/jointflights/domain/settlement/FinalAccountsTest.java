package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts.Draft;
import org.junit.jupiter.api.Test;

/** What must never happen with money (design.md, section 5.1), on seeded random settlements. */
class FinalAccountsTest {

    static final List<Party> PARTIES =
            List.of(new Party("AT"), new Party("DE"), new Party("FR"), new Party("GB"), new Party("SE"), Party.FRONTEX);
    private static final List<Key> KEYS = List.of(Key.EQUAL, Key.PER_SEAT, Key.PER_RETURNEE);

    @Test
    void no_cent_appears_or_vanishes_however_the_flight_is_settled() {
        Random random = new Random(20160317);
        for (int run = 0; run < 2_000; run++) {
            CostInput frame = frame(random);
            List<FinalCost> costs = costs(random);
            List<GrantRule> rules = rules(random);
            List<Draft> drafts = FinalAccounts.of(costs, rules, frame);
            Ledger ledger = new Ledger(new Ledger(List.of()).toBecome(drafts, 1));

            ledger.requireZero();
            for (FinalCost cost : costs) {
                assertThat(sum(drafts, cost.claim(), Posting.Kind.PAID))
                        .isEqualTo(cost.paid().minor());
                long granted = granted(drafts, cost.claim());
                assertThat(granted).isBetween(0L, cost.eligible().minor());
                assertThat(sum(drafts, cost.claim(), Posting.Kind.SHARE))
                        .isEqualTo(granted - cost.paid().minor());
            }
            for (GrantRule rule : rules) {
                long granted = costs.stream()
                        .filter(cost -> cost.claimant().equals(rule.beneficiary()))
                        .mapToLong(cost -> granted(drafts, cost.claim()))
                        .sum();
                assertThat(granted).isLessThanOrEqualTo(rule.ceiling().minor());
            }
        }
    }

    @Test
    void what_a_later_version_corrects_ends_where_a_first_version_would_have() {
        Random random = new Random(64);
        for (int run = 0; run < 500; run++) {
            CostInput frame = frame(random);
            List<FinalCost> first = costs(random);
            List<FinalCost> second = new ArrayList<>(first.subList(0, first.size() - 1));
            List<GrantRule> rules = rules(random);
            Ledger before = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(first, rules, frame), 1));
            List<Posting> all = new ArrayList<>(before.postings());
            all.addAll(before.toBecome(FinalAccounts.of(second, rules, frame), 2));
            Ledger corrected = new Ledger(all);
            Ledger direct = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(second, rules, frame), 1));

            assertThat(corrected.balances()).isEqualTo(direct.balances());
            assertThat(corrected.standing()).hasSameSizeAs(direct.standing());
            assertThat(corrected.toBecome(FinalAccounts.of(second, rules, frame), 3))
                    .isEmpty();
        }
    }

    @Test
    void the_order_of_the_claims_changes_nothing() {
        Random random = new Random(80);
        CostInput frame = frame(random);
        List<FinalCost> costs = costs(random);
        List<FinalCost> backwards = new ArrayList<>(costs);
        Collections.reverse(backwards);
        List<GrantRule> rules = rules(random);

        assertThat(totals(FinalAccounts.of(backwards, rules, frame)))
                .isEqualTo(totals(FinalAccounts.of(costs, rules, frame)));
    }

    @Test
    void a_grant_says_which_way_it_was_rounded() {
        Random random = new Random(12);
        int up = 0;
        int down = 0;
        for (int run = 0; run < 300; run++) {
            for (Draft draft : FinalAccounts.of(costs(random), rules(random), frame(random))) {
                int line = draft.exact().indexOf('/');
                if (draft.kind() != Posting.Kind.GRANT || draft.amount().minor() < 0 || line < 0) {
                    continue;
                }
                BigFraction exact = BigFraction.of(
                        new BigInteger(draft.exact().substring(0, line)),
                        new BigInteger(draft.exact().substring(line + 1)));
                boolean more = exact.compareTo(BigFraction.of(draft.amount().minor())) < 0;
                assertThat(draft.reason().in(Locale.ENGLISH))
                        .contains("Before rounding: ")
                        .endsWith("this one is rounded " + (more ? "up." : "down."));
                up += more ? 1 : 0;
                down += more ? 0 : 1;
            }
        }
        assertThat(up).isGreaterThan(20);
        assertThat(down).isGreaterThan(20);
    }

    @Test
    void every_posting_explains_itself_in_both_languages() {
        Random random = new Random(7);
        List<Draft> drafts = FinalAccounts.of(costs(random), rules(random), frame(random));

        assertThat(drafts).isNotEmpty().allSatisfy(draft -> {
            assertThat(draft.reason().in(Locale.ENGLISH)).contains("“");
            assertThat(draft.reason().in(Locale.FRENCH))
                    .isNotBlank()
                    .isNotEqualTo(draft.reason().in(Locale.ENGLISH));
            assertThat(draft.exact()).matches("-?\\d+(/\\d+)?");
            if (draft.kind() == Posting.Kind.SHARE) {
                assertThat(draft.weights()).matches("\\d+/\\d+");
            }
        });
    }

    /** A cap of one bends the shares of all: “1/3” beside 45.005 EUR of 100.01 EUR would be a false equation. */
    @Test
    void the_weights_in_the_accounts_give_the_share_beside_them_where_a_cap_bends_it() {
        Set<Party> three = new TreeSet<>(PARTIES.subList(0, 3));
        Party capped = three.iterator().next();
        CostItem item = CostItem.common(1, "common", CostCategory.CHARTER, Money.euro(10_001), capped, three, Key.EQUAL)
                .within(Map.of(capped, new Limit(Money.euro(0), Money.euro(1_000))));
        List<Draft> shares =
                FinalAccounts.of(List.of(new FinalCost(Money.euro(0), item)), List.of(), frame(new Random(3))).stream()
                        .filter(draft -> draft.kind() == Posting.Kind.SHARE)
                        .toList();

        assertThat(shares).extracting(Draft::exact).containsExactly("1000", "9001/2", "9001/2");
        assertThat(shares).extracting(Draft::weights).containsExactly("2000/20002", "9001/20002", "9001/20002");
    }

    @Test
    void national_money_grants_nothing() {
        Party payer = PARTIES.get(0);
        CostItem item = CostItem.direct(1, "own", CostCategory.OTHER, Money.euro(100), payer, payer);
        List<FinalCost> costs = List.of(new FinalCost(Money.euro(100), item));
        GrantRule national = GrantRule.of(payer, Fund.NATIONAL, BigFraction.ONE, Money.euro(100));
        CostInput frame = frame(new Random(1));

        assertThat(FinalAccounts.of(costs, List.of(national), frame))
                .isEqualTo(FinalAccounts.of(costs, List.of(), frame))
                .extracting(Draft::kind)
                .containsExactly(Posting.Kind.PAID, Posting.Kind.SHARE);
    }

    @Test
    void more_cannot_be_eligible_than_was_paid() {
        CostItem item = CostItem.direct(1, "own", CostCategory.OTHER, Money.euro(100), PARTIES.get(0), PARTIES.get(0));

        assertThatThrownBy(() -> new FinalCost(Money.euro(101), item)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new FinalCost(Money.euro(-1), item)).isInstanceOf(BadInput.class);
    }

    static CostInput frame(Random random) {
        return CostInput.of(
                PARTIES.stream()
                        .map(party -> Participant.committed(
                                party,
                                party.isFrontex()
                                        ? Seats.NONE
                                        : new Seats(1 + random.nextInt(40), random.nextInt(80), 0, 0, 0, 0)))
                        .toList(),
                null,
                List.of());
    }

    static List<FinalCost> costs(Random random) {
        List<FinalCost> costs = new ArrayList<>();
        int count = 2 + random.nextInt(8);
        for (int claim = 1; claim <= count; claim++) {
            Party payer = PARTIES.get(random.nextInt(PARTIES.size()));
            long paid = 1L + random.nextInt(30_000_000);
            Set<Party> sharers = new HashSet<>(PARTIES.subList(0, 2 + random.nextInt(4)));
            CostItem item = random.nextBoolean()
                    ? CostItem.direct(claim, "own", CostCategory.OTHER, Money.euro(paid), payer, payer)
                    : CostItem.common(
                            claim,
                            "common",
                            CostCategory.CHARTER,
                            Money.euro(paid),
                            payer,
                            sharers,
                            KEYS.get(random.nextInt(KEYS.size())));
            long eligible = random.nextInt(3) == 0 ? 0 : random.nextLong(paid + 1);
            costs.add(new FinalCost(Money.euro(eligible), item));
        }
        return costs;
    }

    static List<GrantRule> rules(Random random) {
        List<GrantRule> rules = new ArrayList<>();
        for (Party party : PARTIES) {
            if (!party.isFrontex() && random.nextBoolean()) {
                Fund fund = random.nextBoolean() ? Fund.FRONTEX : Fund.RETURN_FUND;
                rules.add(GrantRule.of(
                        party,
                        fund,
                        BigFraction.of(1 + random.nextInt(100), 100),
                        Money.euro(random.nextInt(20_000_000))));
            }
        }
        return rules;
    }

    private static long sum(List<Draft> drafts, long claim, Posting.Kind kind) {
        return drafts.stream()
                .filter(draft -> draft.claim() == claim && draft.kind() == kind)
                .mapToLong(draft -> draft.amount().minor())
                .sum();
    }

    private static long granted(List<Draft> drafts, long claim) {
        return drafts.stream()
                .filter(draft -> draft.claim() == claim
                        && draft.kind() == Posting.Kind.GRANT
                        && draft.fund() != Fund.NATIONAL
                        && draft.amount().minor() > 0)
                .mapToLong(draft -> draft.amount().minor())
                .sum();
    }

    private static SortedMap<String, Long> totals(List<Draft> drafts) {
        Map<String, Long> totals = new TreeMap<>();
        drafts.forEach(draft ->
                totals.merge(draft.fund() + " " + draft.party(), draft.amount().minor(), Long::sum));
        return new TreeMap<>(totals);
    }
}
