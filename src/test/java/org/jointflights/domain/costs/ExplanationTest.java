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
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                                + " EUR × 1/53 = 906.15 EUR + 25/53 × 0.01 EUR. Rounding down leaves 3 × 0.01 EUR of the item for the"
                                + " largest rests, one each. The rest here, 25/53 × 0.01 EUR, ranks 3: it gets one.");
        assertThat(france.sentence(Locale.FRENCH))
                .isEqualTo(
                        "FR paie 906,16\u00A0EUR de «\u00a01 charter\u00a0» (48\u202F026,20\u00A0EUR), partagé selon le nombre de personnes éloignées entre"
                                + " AT, DE, FR, GB, SE\u00a0: 48\u202F026,20\u00A0EUR × 1/53 = 906,15\u00A0EUR + 25/53 × 0,01\u00A0EUR. L’arrondi vers le bas"
                                + " laisse 3 × 0,01\u00A0EUR du poste aux plus grands restes, un chacun. Le reste ici, 25/53 × 0,01\u00A0EUR,"
                                + " est au rang 3\u00A0: il en reçoit un.");
    }

    @Test
    void a_leg_share_is_broken_down_by_legs() {
        ItemShare britain = posting(CostCasesTest.january2010(Key.LEG_SHARE_BY_RETURNEES, 4_802_620), "GB");
        assertThat(britain.legs())
                .containsExactly(
                        new LegPart("VIE–PRN", 706, 1_658, 9, 53),
                        new LegPart("PRN–TIA", 168, 1_658, 9, 9),
                        new LegPart("TIA–VIE", 784, 1_658, 9, 53));
        assertThat(britain.sentence(Locale.ENGLISH))
                .contains("VIE–PRN: 706/1658 of the kilometres × 9/53. PRN–TIA: 168/1658 of the kilometres × 9/9."
                        + " TIA–VIE: 784/1658 of the kilometres × 9/53.");
        // From the sentence alone: the amount × the sum of the products.
        BigFraction byHand = BigFraction.ZERO;
        Matcher part = Pattern.compile("([0-9]+)/([0-9]+) of the kilometres × ([0-9]+)/([0-9]+)")
                .matcher(britain.sentence(Locale.ENGLISH));
        while (part.find()) {
            byHand = byHand.add(fraction(part, 1).multiply(fraction(part, 3)).multiply(4_802_620));
        }
        assertThat(britain.exact()).isEqualTo(byHand);
    }

    private static BigFraction fraction(Matcher matcher, int group) {
        return BigFraction.of(Long.parseLong(matcher.group(group)), Long.parseLong(matcher.group(group + 1)));
    }

    /** Finding 5 of “Money to the end”: why somebody got the extra cent stood in the spreadsheet only. */
    @Test
    void who_gets_a_cent_that_rounding_left_over_is_said_and_true() {
        Random random = new Random(5);
        int extras = 0;
        for (int i = 0; i < 300; i++) {
            long cents = random.nextInt(2_000_000) - 500_000L;
            CostInput input = CostInput.of(
                    returning("FR", 1 + random.nextInt(9), "GB", 1 + random.nextInt(9), "SE", 1 + random.nextInt(9)),
                    null,
                    List.of(item("charter", cents, Key.PER_RETURNEE, "FR", "FR", "GB", "SE")));
            long left = Math.abs(cents);
            long got = 0;
            for (ItemShare share : CostSharing.share(input).postings()) {
                long down = share.exact()
                        .abs()
                        .getNumerator()
                        .divide(share.exact().abs().getDenominator())
                        .longValueExact();
                left -= down;
                boolean more = Math.abs(share.posted().minor()) > down;
                got += more ? 1 : 0;
                String said = share.sentence(Locale.ENGLISH);
                assertThat(said.contains("it gets one.")).as(said).isEqualTo(more);
            }
            assertThat(got).isEqualTo(left);
            extras += got > 0 ? 1 : 0;
        }
        assertThat(extras).isGreaterThan(200);
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
                                + " FR pays its cap, 4.00 EUR. The others bear the 6.00 EUR that are left by weight; at their rate"
                                + " it would pay 6.00 EUR × 1/1, which is above its cap.");
        // Sweden has no limit of its own, and yet its share is not 10.00 × 1/2.
        assertThat(postings.get(2).isLimited()).isTrue();
        assertThat(postings.get(2).posted()).isEqualTo(Money.euro(600));
        assertThat(postings.get(2).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "SE pays 6.00 EUR of “1 charter” (10.00 EUR), shared in equal parts among FR, SE within floors and caps:"
                                + " FR pays its cap, 4.00 EUR. The others bear the 6.00 EUR that are left by weight:"
                                + " 6.00 EUR × 1/1 = 6.00 EUR.");
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
