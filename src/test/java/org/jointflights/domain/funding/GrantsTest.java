package org.jointflights.domain.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.funding.GrantedItem.Bound;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party ES = new Party("ES");
    private static final Party SE = new Party("SE");
    private static final Party FI = new Party("FI");
    private static final List<String> NAMES = List.of("FR charter", "FR escorts", "FR detention");
    private static final Map<String, CostCategory> CATEGORIES =
            Map.of("charter", CostCategory.CHARTER, "escorts", CostCategory.ESCORTS);
    private static final BigFraction ALL = BigFraction.ONE;

    private static CostItem direct(String category, Party party, long cents) {
        String name = party + " " + category;
        return CostItem.direct(
                id(name), name, CATEGORIES.getOrDefault(category, CostCategory.OTHER), Money.euro(cents), party, party);
    }

    private static long id(String name) {
        int known = NAMES.indexOf(name);
        return known < 0 ? 100 + Math.floorMod(name.hashCode(), 1_000_000) : known + 1;
    }

    private static GrantRule frontex(Party party, long ceiling) {
        return GrantRule.of(party, Fund.FRONTEX, ALL, Money.euro(ceiling));
    }

    /** The same golden case as a financial decision says it (cost-sharing reference 3.3): escorts capped, other costs at 0 %. */
    @Test
    void a_decision_with_rates_and_caps_by_category_under_one_ceiling_pays_the_golden_case() {
        List<CostItem> items = List.of(
                CostItem.direct(1, "charter", CostCategory.CHARTER, Money.euro(193_800_00), FR, FR),
                CostItem.direct(2, "escorts", CostCategory.ESCORTS, Money.euro(25_000_00), FR, FR),
                CostItem.direct(3, "detention", CostCategory.OTHER, Money.euro(4_000_00), FR, FR));
        FinancialDecision decision = FinancialDecision.unsigned(
                        new OperationReference("JRO-2027-0001"),
                        FR,
                        Fund.FRONTEX,
                        new FundingTerms(Fund.FRONTEX, 100, "frontex", false),
                        Money.euro(200_000_00))
                .with(Map.of(
                        CostCategory.ESCORTS, new CategoryTerms(100, Money.euro(20_000_00)),
                        CostCategory.OTHER, new CategoryTerms(0, null)));
        Grants grants = Grants.of(items, List.of(GrantRule.of(decision)));

        assertThat(payable(grants)).isEqualTo(Map.of(FR, Money.euro(200_000_00)));
        assertThat(grants.items().get(2).granted()).isEqualTo(Money.euro(0));
        // Of 213,800.00 each is paid 1,000/1,069: the exact amount is on record beside the cents.
        assertThat(grants.items().get(1).exact()).isEqualTo(BigFraction.of(2_000_000_000L, 1_069));
        Grants half = Grants.of(
                items, List.of(GrantRule.of(decision.with(Map.of(CostCategory.ESCORTS, new CategoryTerms(50, null))))));
        assertThat(half.items().get(1).exact().divide(half.items().get(0).exact()))
                .isEqualTo(BigFraction.of(12_500_00, 193_800_00));
    }

    /** The golden case: 213,800.00 by rates and caps, 200,000.00 under the ceiling, 22,800.00 left. */
    @Test
    void ceiling_category_cap_and_ineligible_cost_together() {
        List<CostItem> items = List.of(
                direct("charter", FR, 193_800_00), direct("escorts", FR, 25_000_00), direct("detention", FR, 4_000_00));
        GrantRule capped =
                nothingOfOther(capping(frontex(FR, 300_000_00), Map.of(CostCategory.ESCORTS, Money.euro(20_000_00))));
        assertThat(payable(Grants.of(items, List.of(capped)))).isEqualTo(Map.of(FR, Money.euro(213_800_00)));

        GrantRule rule =
                nothingOfOther(capping(frontex(FR, 200_000_00), Map.of(CostCategory.ESCORTS, Money.euro(20_000_00))));
        Grants grants = Grants.of(items, List.of(rule));
        assertThat(payable(grants)).isEqualTo(Map.of(FR, Money.euro(200_000_00)));
        assertThat(left(grants).stream()
                        .mapToLong(item -> item.amount().minor())
                        .sum())
                .isEqualTo(22_800_00);
        assertThat(grants.items())
                .extracting(GrantedItem::bound)
                .containsExactly(Bound.CEILING, Bound.CEILING, Bound.CEILING);
        assertThat(grants.items())
                .extracting(GrantedItem::granted)
                .satisfiesExactly(
                        charter -> assertThat(charter.minor()).isEqualTo(181_290_93),
                        escorts -> assertThat(escorts.minor()).isEqualTo(18_709_07),
                        detention -> assertThat(detention.minor()).isZero());
    }

    /** A cent that no other item needed lifted the escorts past their cap (finding 1 of “Money to the end”). */
    @Test
    void a_category_cap_is_not_exceeded_by_what_rounding_hands_out() {
        List<CostItem> items = List.of(
                direct("escorts", FR, 1_000_00),
                direct("escorts", FR, 1_000_00),
                direct("escorts", FR, 1_000_00),
                direct("detention", FR, 100_02));
        GrantRule rule = capping(
                GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(4, 5), Money.euro(9_000_00)),
                Map.of(CostCategory.ESCORTS, Money.euro(2_000_00)));

        assertThat(Grants.of(items, List.of(rule)).items())
                .extracting(GrantedItem::granted)
                .containsExactly(Money.euro(666_67), Money.euro(666_67), Money.euro(666_66), Money.euro(80_02));
    }

    /** Over random items, rates, caps and ceilings: no category above its cap, and no item a cent from its exact share. */
    @Test
    void no_category_is_ever_paid_more_than_its_cap() {
        Random random = new Random(12);
        for (int round = 0; round < 20_000; round++) {
            List<CostItem> items = random.ints(1 + random.nextInt(7), 0, 3)
                    .mapToObj(kind ->
                            direct(List.of("escorts", "charter", "detention").get(kind), FR, random.nextInt(2_000_00)))
                    .toList();
            Map<CostCategory, Money> caps = Map.of(
                    CostCategory.ESCORTS, Money.euro(random.nextInt(2_000_00)),
                    CostCategory.CHARTER, Money.euro(random.nextInt(4_000_00)));
            GrantRule rule = capping(
                    GrantRule.of(
                            FR,
                            Fund.FRONTEX,
                            BigFraction.of(1 + random.nextInt(7), 7),
                            Money.euro(random.nextInt(9_000_00))),
                    caps);
            List<GrantedItem> granted = Grants.of(items, List.of(rule)).items();
            caps.forEach((category, cap) -> assertThat(granted.stream()
                            .filter(one -> one.item().category() == category)
                            .mapToLong(one -> one.granted().minor())
                            .sum())
                    .isLessThanOrEqualTo(cap.minor()));
            assertThat(granted.stream().mapToLong(one -> one.granted().minor()).sum())
                    .isLessThanOrEqualTo(rule.ceiling().minor());
            assertThat(granted)
                    .allMatch(one -> one.granted().minor() >= 0
                            && one.granted().minor() <= one.item().amount().minor());
        }
    }

    @Test
    void scenario_a_pays_335_329_49() {
        List<CostItem> items = List.of(
                direct("charter", FR, 262_000_00),
                direct("handling", FR, 9_800_00),
                direct("medical", FR, 3_600_00),
                direct("escorts", FR, 10_400_00),
                direct("interpreter", FR, 900_00),
                direct("advance party", FR, 3_200_00),
                direct("escorts", GB, 18_179_49),
                direct("escorts", ES, 17_000_00),
                direct("connecting", SE, 24_500_00),
                direct("escorts", SE, 3_420_00),
                direct("mission", Party.FRONTEX, 1_250_00));
        Grants grants = Grants.of(
                items,
                List.of(
                        frontex(FR, 295_000_00),
                        frontex(GB, 20_000_00),
                        GrantRule.of(ES, Fund.NATIONAL, BigFraction.ZERO, Money.euro(0)),
                        frontex(SE, 26_000_00),
                        frontex(Party.FRONTEX, 1_250_00)));
        assertThat(payable(grants))
                .isEqualTo(Map.of(
                        FR,
                        Money.euro(289_900_00),
                        GB,
                        Money.euro(18_179_49),
                        ES,
                        Money.euro(0),
                        SE,
                        Money.euro(26_000_00),
                        Party.FRONTEX,
                        Money.euro(1_250_00)));
        assertThat(payable(grants).values().stream().mapToLong(Money::minor).sum())
                .isEqualTo(335_329_49);
        assertThat(left(grants).stream()
                        .filter(item -> item.payer().equals(SE))
                        .mapToLong(item -> item.amount().minor())
                        .sum())
                .isEqualTo(1_920_00);
        assertThat(payable(grants, Fund.NATIONAL)).isEqualTo(Map.of(ES, Money.euro(0)));
    }

    /** What 80 % of the charter leaves is shared by its key; the direct items are paid whole. */
    @Test
    void the_rest_of_a_common_item_is_shared_by_its_key_and_of_a_direct_one_stays() {
        CostItem charter = CostItem.common(
                1,
                "charter",
                CostCategory.CHARTER,
                Money.euro(262_000_00),
                FR,
                Set.of(FR, GB, ES, SE),
                Key.PER_RETURNEE);
        List<CostItem> items = List.of(charter, direct("connecting", SE, 24_500_00));
        List<GrantRule> rules = List.of(
                GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(4, 5), Money.euro(295_000_00)), frontex(SE, 20_000_00));
        List<Participant> participants = List.of(
                Participant.committed(FR, new Seats(12, 0, 0, 0, 0, 0)),
                Participant.committed(GB, new Seats(18, 0, 0, 0, 0, 0)),
                Participant.committed(ES, new Seats(20, 0, 0, 0, 0, 0)),
                Participant.committed(SE, new Seats(4, 0, 0, 0, 0, 0)));
        List<CostItem> left = left(Grants.of(items, rules));
        assertThat(CostSharing.share(CostInput.of(participants, null, left)).totals())
                .isEqualTo(Map.of(
                        FR, Money.euro(11_644_44),
                        GB, Money.euro(17_466_67),
                        ES, Money.euro(19_407_41),
                        SE, Money.euro(3_881_48 + 4_500_00)));
    }

    /** A destination withdrew its clearance 26 hours before departure; or France changed its mind. */
    @Test
    void scenario_c_depends_on_who_caused_the_cancellation() {
        CostItem fee = CostItem.direct(1, "fee", CostCategory.CANCELLATION, Money.euro(96_000_00), FR, FR);
        List<CostItem> items = List.of(fee, direct("connecting", FI, 54_378_25), direct("tickets", SE, 3_100_00));
        List<GrantRule> rules = List.of(frontex(FR, 300_000_00), frontex(FI, 60_000_00), frontex(SE, 10_000_00));
        assertThat(payable(Grants.of(items, rules)).values().stream()
                        .mapToLong(Money::minor)
                        .sum())
                .isEqualTo(153_478_25);

        // Of what its own decision caused nothing is eligible, so that it does not come before the fund.
        Grants ownDecision = Grants.of(items.subList(1, 3), rules);
        assertThat(payable(ownDecision).values().stream()
                        .mapToLong(Money::minor)
                        .sum())
                .isEqualTo(57_478_25);
    }

    @Test
    void the_preparatory_action_pays_seventy_per_cent_half_cents_up() {
        GrantRule rule = GrantRule.of(FR, Fund.PREPARATORY_ACTION, BigFraction.of(7, 10), Money.euro(1_000_000_00));
        Grants grants = Grants.of(
                List.of(direct("charter", FR, 333_35), direct("escorts", FR, 100_00), direct("tickets", FR, 33)),
                List.of(rule));
        // 233.345 + 70.00 + 0.231 = 303.576: the cent still missing goes to the larger remainder.
        assertThat(grants.items()).extracting(item -> item.granted().minor()).containsExactly(233_35L, 70_00L, 23L);
        assertThat(payable(Grants.of(List.of(direct("charter", FR, 15)), List.of(rule)), Fund.PREPARATORY_ACTION))
                .isEqualTo(Map.of(FR, Money.euro(11)));
    }

    @Test
    void a_refund_lowers_what_is_paid() {
        List<CostItem> items = List.of(direct("charter", FR, 100_00), direct("refund", FR, -30_00));
        assertThat(payable(Grants.of(items, List.of(frontex(FR, 1_000_00))))).isEqualTo(Map.of(FR, Money.euro(70_00)));
    }

    @Test
    void one_line_is_paid_by_one_fund() {
        List<CostItem> items = List.of(direct("charter", FR, 100_00), direct("escorts", FR, 50_00));
        GrantRule returnFund = GrantRule.of(FR, Fund.RETURN_FUND, ALL, Money.euro(1_000_00));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Grants.of(items, List.of(frontex(FR, 1_000_00), returnFund)))
                .withMessage(
                        "Fund RETURN_FUND: “1 FR charter” is already paid by FRONTEX. One cost line is paid by one fund"
                                + " only; keep one of the two decisions.");
    }

    @Test
    void what_cannot_be_is_refused() {
        List<CostItem> items = List.of(direct("charter", FR, 100_00));
        assertRefused("funding.rate", () -> GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(11, 10), Money.euro(1)));
        assertRefused("funding.rate", () -> GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(-1, 10), Money.euro(1)));
        assertRefused("funding.negative", () -> frontex(FR, -1));
        assertRefused("funding.negative", () -> capping(frontex(FR, 1), Map.of(CostCategory.CHARTER, Money.euro(-1))));
        Money pounds = new Money(1, Currency.getInstance("GBP"));
        assertRefused(
                "money.currency.other", () -> Grants.of(items, List.of(GrantRule.of(FR, Fund.FRONTEX, ALL, pounds))));
    }

    @Test
    void a_cap_or_a_ceiling_that_is_just_reached_reduces_nothing() {
        List<CostItem> items = List.of(direct("escorts", FR, 20_000_00));
        GrantRule rule = capping(frontex(FR, 20_000_00), Map.of(CostCategory.ESCORTS, Money.euro(20_000_00)));

        assertThat(Grants.of(items, List.of(rule)).items()).singleElement().satisfies(item -> {
            assertThat(item.granted()).isEqualTo(Money.euro(20_000_00));
            assertThat(item.bound()).isEqualTo(GrantedItem.Bound.RATE);
        });
    }

    @Test
    void a_refund_is_reduced_in_proportion_with_the_costs_it_belongs_to() {
        List<CostItem> items = List.of(direct("charter", FR, 300_00), direct("refund", FR, -100_00));

        assertThat(Grants.of(items, List.of(frontex(FR, 100_00))).items())
                .extracting(GrantedItem::granted)
                .containsExactly(Money.euro(150_00), Money.euro(-50_00));
    }

    @Test
    void every_grant_says_what_held_it_down() {
        List<CostItem> items = List.of(
                direct("charter", FR, 100_00),
                direct("escorts", FR, 50_00),
                direct("detention", FR, 10_00),
                direct("charter", GB, 5_00));
        GrantRule rule = nothingOfOther(capping(
                GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(1, 2), Money.euro(1_000_00)),
                Map.of(CostCategory.ESCORTS, Money.euro(20_00))));

        assertThat(Grants.of(items, List.of(rule)).items())
                .extracting(GrantedItem::bound, GrantedItem::granted)
                .containsExactly(
                        tuple(Bound.RATE, Money.euro(50_00)),
                        tuple(Bound.CATEGORY_CAP, Money.euro(20_00)),
                        tuple(Bound.RATE, Money.euro(0)),
                        tuple(Bound.NOT_COVERED, Money.euro(0)));
        assertThat(Grants.of(items.subList(0, 1), List.of(frontex(FR, 60_00))).items())
                .extracting(GrantedItem::bound, GrantedItem::granted)
                .containsExactly(tuple(Bound.CEILING, Money.euro(60_00)));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(act).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.sentence(Locale.FRENCH)).isNotBlank();
        });
    }

    private static GrantRule capping(GrantRule rule, Map<CostCategory, Money> caps) {
        return varied(rule, rule.categoryRates(), caps);
    }

    /** No costs of other kinds are eligible. */
    private static GrantRule nothingOfOther(GrantRule rule) {
        return varied(rule, Map.of(CostCategory.OTHER, BigFraction.ZERO), rule.categoryCaps());
    }

    private static GrantRule varied(
            GrantRule rule, Map<CostCategory, BigFraction> rates, Map<CostCategory, Money> caps) {
        return new GrantRule(rule.beneficiary(), rule.fund(), rule.rate(), rates, caps, rule.ceiling());
    }

    /** What is paid to each beneficiary. */
    private static Map<Party, Money> payable(Grants grants) {
        return payable(grants.items());
    }

    /** What one fund pays to each of its beneficiaries. */
    private static Map<Party, Money> payable(Grants grants, Fund fund) {
        return payable(grants.items().stream()
                .filter(granted -> granted.rule() != null && granted.rule().fund() == fund)
                .toList());
    }

    private static Map<Party, Money> payable(List<GrantedItem> items) {
        Map<Party, Money> payable = new TreeMap<>();
        items.forEach(granted -> payable.merge(granted.item().payer(), granted.granted(), Money::plus));
        return payable;
    }

    /** What the grants leave of the items for the parties to divide. */
    private static List<CostItem> left(Grants grants) {
        return grants.items().stream()
                .map(granted -> granted.item().of(granted.item().amount().minus(granted.granted())))
                .toList();
    }
}
