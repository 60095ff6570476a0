package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.byCode;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.ofItem;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.ItemShare.LegPart;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static ItemShare posting(CostInput input, String party) {
        return CostSharing.share(input).postings().stream()
                .filter(posting -> posting.party().code().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_posting_says_how_to_work_it_out_by_hand() {
        ItemShare france = posting(CostCasesTest.january2010(Key.PER_RETURNEE, 4_802_620), "FR");
        assertThat(france.weight()).isEqualTo(1);
        assertThat(france.totalWeight()).isEqualTo(53);
        assertThat(france.exact()).isEqualTo(BigFraction.of(4_802_620, 53));
        assertThat(france.posted()).isEqualTo(Money.euro(90_616));
        assertThat(france.sharers()).extracting(Party::code).containsExactly("AT", "DE", "FR", "GB", "SE");
        assertThat(france.isLimited()).isFalse();
        assertThat(france.legs()).isEmpty();
        assertThat(france.carryBefore()).isEqualTo(BigFraction.ZERO);
        assertThat(france.carryAfter()).isEqualTo(BigFraction.ZERO);
        assertThat(france.sentence(Locale.ENGLISH))
                .isEqualTo(
                        "FR pays 906.16 EUR of “1 charter” (48,026.20 EUR), shared by returnees among AT, DE, FR, GB, SE: 48,026.20"
                                + " EUR × 1/53 = 906.15 EUR + 25/53 × 0.01 EUR.");
        assertThat(france.sentence(Locale.FRENCH))
                .isEqualTo(
                        "FR paie 906,16\u00A0EUR de «\u00a01 charter\u00a0» (48\u202F026,20\u00A0EUR), partagé selon le nombre de personnes éloignées entre"
                                + " AT, DE, FR, GB, SE\u00a0: 48\u202F026,20\u00A0EUR × 1/53 = 906,15\u00A0EUR + 25/53 × 0,01\u00A0EUR.");
    }

    @Test
    void a_leg_share_is_broken_down_by_legs() {
        ItemShare britain = posting(CostCasesTest.january2010(Key.LEG_SHARE_BY_RETURNEES, 4_802_620), "GB");
        assertThat(britain.legs())
                .containsExactly(
                        new LegPart("VIE–PRN", 706, 9, 53),
                        new LegPart("PRN–TIA", 168, 9, 9),
                        new LegPart("TIA–VIE", 784, 9, 53));
        assertThat(britain.sentence(Locale.ENGLISH))
                .endsWith("VIE–PRN, 706 km: 9 of 53. PRN–TIA, 168 km: 9 of 9. TIA–VIE, 784 km: 9 of 53.");
        BigFraction byHand = BigFraction.ZERO;
        for (LegPart leg : britain.legs()) {
            byHand = byHand.add(BigFraction.of(4_802_620)
                    .multiply(leg.km())
                    .divide(1_658)
                    .multiply(BigFraction.of(leg.weight(), leg.totalWeight())));
        }
        assertThat(britain.exact()).isEqualTo(byHand);
    }

    @Test
    void direct_and_limited_items_say_so() {
        CostItem own = CostItem.direct(5, "tickets", CostCategory.OTHER, Money.euro(310_000), party("FR"), party("SE"));
        CostItem capped = within(
                item("charter", 1_000, Key.EQUAL, "FR", "FR", "SE"), Map.of(party("FR"), atMost(Money.euro(400))));
        CostInput input = CostInput.of(returning("FR", 1, "SE", 1), null, List.of(own, capped));
        List<ItemShare> postings = CostSharing.share(input).postings();
        assertThat(postings.get(0).sentence(Locale.ENGLISH))
                .isEqualTo("SE pays 3,100.00 EUR: “5 tickets” (3,100.00 EUR) is a direct cost of SE.");
        assertThat(postings.get(0).legs()).isEmpty();
        assertThat(postings.get(1).isLimited()).isTrue();
        assertThat(postings.get(1).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "FR pays 4.00 EUR of “1 charter” (10.00 EUR), shared in equal parts among FR, SE within floors and caps:"
                                + " by weight 1/2, after floors and caps 4.00 EUR.");
        assertThat(postings.get(2).isLimited()).isFalse();
        assertThat(postings.get(2).posted()).isEqualTo(Money.euro(600));
    }

    @Test
    void every_key_has_a_name_in_both_languages() {
        for (Key key : Key.values()) {
            assertThat(Sentence.of("costs.key." + key).in(Locale.ENGLISH)).isNotBlank();
            assertThat(Sentence.of("costs.key." + key).in(Locale.FRENCH)).isNotBlank();
        }
    }

    @Test
    void a_total_is_the_sum_of_a_party_s_shares_and_zero_for_who_shares_nothing() {
        CostInput input = CostInput.of(
                returning("FR", 1, "GB", 2, "SE", 0),
                null,
                List.of(
                        item("a", 100, Key.EQUAL, "FR", "FR", "GB"),
                        item("b", 200, Key.PER_RETURNEE, "FR", "FR", "GB")));
        CostShares shares = CostSharing.share(input);
        assertThat(byCode(shares.totals())).isEqualTo(Map.of("FR", 117L, "GB", 183L, "SE", 0L));
        assertThat(shares.total()).isEqualTo(Money.euro(300));
        assertThat(byCode(ofItem(shares, Flights.id("b")))).isEqualTo(Map.of("FR", 67L, "GB", 133L));
        assertThat(shares.input()).isSameAs(input);
    }

    @Test
    void other_items_are_a_new_version_of_the_same_flight() {
        CostInput first = CostCasesTest.january2010(Key.EQUAL, 100);
        CostInput next = first.with(List.of());

        assertThat(first.version()).isEqualTo(1);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.participants()).isEqualTo(first.participants());
        assertThat(next.route()).isEqualTo(first.route());
        assertThat(next.currency()).as("where there is nothing to share").isEqualTo(Money.EUR);
        assertThat(CostSharing.share(next).total()).isEqualTo(Money.euro(0));
    }
}
