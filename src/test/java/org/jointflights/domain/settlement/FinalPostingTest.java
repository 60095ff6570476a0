package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.drift;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Signed accounts become final ones: what changes is at most rounding, and it adds up. */
class FinalPostingTest {

    private static final Party ES = new Party("ES");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Set<Party> ALL = Set.of(ES, FR, GB);

    @Test
    void whatever_is_settled_postings_stay_even_and_the_drift_of_a_set_below_a_cent() {
        Random random = new Random(31);
        CarryAccounts accounts = CarryAccounts.EMPTY;
        Map<Party, BigFraction> off = new HashMap<>();
        for (int flight = 0; flight < 500; flight++) {
            CostInput frame = frame(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
            List<FinalCost> costs = costs(random);
            List<GrantRule> rules = List.of(GrantRule.of(
                    FR,
                    Fund.FRONTEX,
                    BigFraction.of(1 + random.nextInt(100), 100),
                    Money.euro(random.nextInt(20_000_000))));
            Ledger signed = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(costs, rules, frame), 1));

            FinalAccounts.Posted posted = FinalAccounts.post(costs, rules, frame, accounts);
            List<Posting> entries = signed.toPost(posted.shares(), 1);
            assertThat(entries)
                    .as("however many flights have been carried over")
                    .allSatisfy(entry -> assertThat(entry.exact()).hasSizeLessThan(60));
            List<Posting> all = new ArrayList<>(signed.postings());
            all.addAll(entries);
            Ledger ledger = new Ledger(all);

            ledger.requireZero();
            assertThat(all).extracting(Posting::number).doesNotHaveDuplicates().hasSize(all.size());
            for (Party party : ALL) {
                BigFraction exact = BigFraction.ZERO;
                for (FinalShare share : posted.shares()) {
                    exact = share.party().equals(party) ? exact.add(share.exact()) : exact;
                }
                long borne = -all.stream()
                        .filter(posting -> posting.kind() == Posting.Kind.SHARE
                                && posting.party().equals(party))
                        .mapToLong(posting -> posting.amount().minor())
                        .sum();
                off.merge(party, exact.subtract(borne), BigFraction::add);
                assertThat(off.get(party).abs()).isLessThan(BigFraction.ONE);
            }
            accounts = posted.accounts();
            assertThat(drift(accounts, Money.EUR)).isEqualTo(off);
        }
    }

    @Test
    void other_shares_than_those_that_were_signed_are_not_posted() {
        CostInput frame = frame(1, 1, 1);
        List<FinalCost> costs = List.of(common(1, 100));
        Ledger signed = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(costs, List.of(), frame), 1));
        List<FinalShare> others = FinalAccounts.post(List.of(common(1, 101)), List.of(), frame, CarryAccounts.EMPTY)
                .shares();

        assertThatThrownBy(() -> signed.toPost(others, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("now the shares are");
        assertThatThrownBy(() -> signed.toPost(List.of(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("now the shares are");

        List<FinalShare> aCentMore = new ArrayList<>(
                FinalAccounts.post(costs, List.of(), frame, CarryAccounts.EMPTY).shares());
        assertThat(signed.toPost(aCentMore, 1)).isEmpty();
        FinalShare first = aCentMore.get(0);
        aCentMore.set(
                0,
                new FinalShare(
                        first.claim(),
                        first.description(),
                        first.party(),
                        first.set(),
                        first.exact(),
                        first.signed(),
                        first.posted().plus(Money.euro(1)),
                        first.carryBefore()));
        assertThatThrownBy(() -> signed.toPost(aCentMore, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add up to zero");
    }

    @Test
    void a_share_says_what_was_carried_in_and_on_in_both_languages() {
        FinalShare same = share(BigFraction.of(5_000_001, 3), 1_666_667, 1_666_667, BigFraction.of(1, 4));
        assertThat(same.sentence(Locale.ENGLISH))
                .isEqualTo("ES: 16,666.67 EUR is posted for “1 Charter”, as signed. The exact share is 16,666.67 EUR;"
                        + " 1/4 cent that earlier postings of exactly ES, GB left over counts in,"
                        + " and 1/4 cent is carried on.");
        FinalShare more = share(BigFraction.of(-2_000, 3), -667, -666, BigFraction.of(1, 3));
        assertThat(more.sentence(Locale.ENGLISH))
                .startsWith("ES: -6.66 EUR is posted for “1 Charter”, 0.01 EUR more than the -6.67 EUR")
                .contains("1/3 cent", "-6.66 EUR and -2/3 cent")
                .endsWith("-1/3 cent is carried on.");
        assertThat(more.sentence(Locale.FRENCH)).contains("-6,66\u00a0EUR", "de plus");
        FinalShare less = share(BigFraction.of(100, 3), 34, 33, BigFraction.of(-2, 3));
        assertThat(less.sentence(Locale.ENGLISH)).contains("0.01 EUR less than the 0.34 EUR");
        FinalShare limited = new FinalShare(
                1, "Charter", ES, List.of(), BigFraction.of(5, 2), Money.euro(3), Money.euro(3), BigFraction.ZERO);
        assertThat(limited.sentence(Locale.ENGLISH))
                .endsWith(
                        "nothing is carried in or on; -1/2 cent of the exact share of 0.02 EUR and 1/2 cent remains as"
                                + " drift.");
    }

    @Test
    void a_fraction_too_long_to_read_is_shown_with_six_decimals() {
        assertThat(FinalShare.fraction(BigFraction.of(-2, 3))).isEqualTo("-2/3");
        assertThat(FinalShare.fraction(BigFraction.of(1, (1L << 40) - 1))).isEqualTo("1/1099511627775");
        assertThat(FinalShare.fraction(BigFraction.of(1, 1L << 40))).isEqualTo("≈ 0.000000");
        assertThat(FinalShare.fraction(BigFraction.of(4))).isEqualTo("4");
        assertThat(FinalShare.fraction(
                        BigFraction.of(BigInteger.ONE, BigInteger.valueOf(3).pow(40))))
                .isEqualTo("≈ 0.000000");
        assertThat(FinalShare.fraction(BigFraction.of(
                        BigInteger.valueOf(3).pow(39).negate(),
                        BigInteger.valueOf(3).pow(40).add(BigInteger.TWO))))
                .isEqualTo("≈ -0.333333");
    }

    @Test
    void floors_and_caps_keep_a_share_out_of_every_account() {
        CostItem capped = within(
                CostItem.common(1, "Charter", CostCategory.CHARTER, Money.euro(100), FR, ALL, Key.EQUAL),
                Map.of(GB, atMost(Money.euro(33))));
        FinalAccounts.Posted posted = FinalAccounts.post(
                List.of(new FinalCost(Money.euro(0), capped)), List.of(), frame(1, 1, 1), CarryAccounts.EMPTY);

        assertThat(posted.accounts().carries()).isEmpty();
        assertThat(posted.shares()).allSatisfy(share -> {
            assertThat(share.set()).isEmpty();
            assertThat(share.carryBefore()).isEqualTo(BigFraction.ZERO);
            assertThat(share.difference().isZero()).isTrue();
        });
        assertThat(posted.shares().stream().filter(FinalShare::matters))
                .extracting(FinalShare::party)
                .containsExactly(ES, FR);
    }

    private static FinalShare share(BigFraction exact, long signed, long posted, BigFraction before) {
        return new FinalShare(1, "Charter", ES, List.of(ES, GB), exact, Money.euro(signed), Money.euro(posted), before);
    }

    private static CostInput frame(int spain, int france, int britain) {
        return CostInput.of(
                List.of(
                        Participant.committed(ES, new Seats(spain, 0, 0, 0, 0, 0)),
                        Participant.committed(FR, new Seats(france, 0, 0, 0, 0, 0)),
                        Participant.committed(GB, new Seats(britain, 0, 0, 0, 0, 0))),
                null,
                List.of());
    }

    private static List<FinalCost> costs(Random random) {
        List<FinalCost> costs = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int claim = 1; claim <= count; claim++) {
            costs.add(common(claim, 1L + random.nextInt(30_000_000)));
        }
        return costs;
    }

    private static FinalCost common(long claim, long cents) {
        CostItem item =
                CostItem.common(claim, "Charter", CostCategory.CHARTER, Money.euro(cents), FR, ALL, Key.PER_RETURNEE);
        return new FinalCost(Money.euro(cents), item);
    }
}
