package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.measuredBy;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.quoteOf;
import static org.jointflights.domain.costs.Flights.quoted;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Guarantee.Promise;
import org.jointflights.domain.costs.Guarantee.Verdict;
import org.jointflights.domain.costs.Guarantee.Witness;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.jointflights.domain.costs.SharedRoute.Shortcut;
import org.jointflights.domain.costs.SharedRoute.Stop;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class GuaranteesTest {

    private static final List<Participant> THREE = returning("BE", 1, "FR", 1, "GB", 8);

    /** All three to Tirana and back; the stop at Lille is flown for Belgium only. */
    private static final SharedRoute BY_LILLE = new SharedRoute(
            List.of(base("STN"), new Stop("LIL", parties("BE")), new Stop("TIA", parties("FR", "GB")), base("STN")),
            List.of(
                    new Leg(200, parties("BE")),
                    new Leg(1_800, parties("BE", "FR", "GB")),
                    new Leg(2_000, parties("BE", "FR", "GB"))),
            List.of(new Shortcut(0, 2, 1_900), new Shortcut(1, 3, 200), new Shortcut(0, 3, 0)));

    private static Guarantee check(CostInput input, Promise promise) {
        return CostSharing.share(input).guarantees().stream()
                .filter(guarantee -> guarantee.promise() == promise)
                .findFirst()
                .orElseThrow();
    }

    private static CostInput byLille(Key key) {
        return CostInput.of(THREE, BY_LILLE, List.of(item("charter", 400_000, key, "GB", "BE", "FR", "GB")));
    }

    private static Verdict verdict(CostInput input, Promise promise) {
        return check(input, promise).verdict();
    }

    @Test
    void leg_shares_keep_every_promise() {
        for (Key key : List.of(Key.LEG_SHARE_BY_SEATS, Key.LEG_SHARE_BY_RETURNEES, Key.LEG_SHARE_BY_STATE)) {
            List<Guarantee> guarantees = CostSharing.share(byLille(key)).guarantees();
            assertThat(guarantees).extracting(Guarantee::promise).containsExactly(Promise.values());
            assertThat(guarantees).extracting(Guarantee::verdict).containsOnly(Verdict.KEPT);
        }
        assertThat(check(byLille(Key.DEFAULT), Promise.SUMS).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "Cost items: 1. The shares of each add up to it, and all together to 4,000.00 EUR, to the cent.");
        assertThat(check(byLille(Key.DEFAULT), Promise.CORE).sentence(Locale.FRENCH))
                .isEqualTo("Aucun groupe de parties ne paierait moins de son côté.");
    }

    /** In equal parts Belgium's detour is paid by all: France and the United Kingdom alone would fly 3,800 km. */
    @Test
    void who_would_do_better_without_the_others_is_named_with_the_gain() {
        CostInput input = CostInput.of(
                returning("BE", 1, "FR", 1, "GB", 1),
                new SharedRoute(
                        List.of(base("A"), base("B"), base("C")),
                        List.of(new Leg(3_000, parties("BE")), new Leg(1_000, parties("BE", "FR", "GB"))),
                        List.of()),
                List.of(item("charter", 400_000, Key.EQUAL, "GB", "BE", "FR", "GB")));
        Guarantee core = check(input, Promise.CORE);
        assertThat(core.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(core.witnesses())
                .containsExactly(new Witness(Set.of(party("FR"), party("GB")), Money.euro(166_667)));
        assertThat(core.sentence(Locale.ENGLISH))
                .isEqualTo(
                        "By themselves FR, GB would pay 1,000.00 EUR instead of 2,666.67 EUR, 1,666.67 EUR less. No other group"
                                + " would gain more. Divided otherwise, no group would pay less by itself.");
        Guarantee alone = check(input, Promise.STAND_ALONE);
        assertThat(alone.witnesses())
                .containsExactly(
                        new Witness(Set.of(party("FR")), Money.euro(33_334)),
                        new Witness(Set.of(party("GB")), Money.euro(33_334)));
        assertThat(alone.sentence(Locale.ENGLISH))
                .isEqualTo("Flying alone would be cheaper for: FR 333.34 EUR, GB 333.34 EUR.");
        Guarantee joining = check(input, Promise.JOINING);
        assertThat(joining.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(joining.witnesses())
                .containsExactly(
                        new Witness(Set.of(party("FR")), Money.euro(83_334)),
                        new Witness(Set.of(party("GB")), Money.euro(83_334)));
        // With Belgium France pays a third of 4,000.00; without it half of 1,000.00.
        assertThat(joining.sentence(Locale.ENGLISH))
                .isEqualTo(
                        "The joining of a party (before the arrow) raises the bill of another (after it): BE → FR +833.34"
                                + " EUR, BE → GB +833.34 EUR.");
        assertThat(verdict(input, Promise.EQUAL_TREATMENT)).isEqualTo(Verdict.KEPT);
    }

    @Test
    void a_party_that_flies_no_leg_adds_no_cost_and_should_not_pay() {
        SharedRoute route =
                new SharedRoute(List.of(base("A"), base("B")), List.of(new Leg(1_000, parties("FR", "GB"))), List.of());
        CostInput input = CostInput.of(THREE, route, List.of(item("charter", 300, Key.EQUAL, "GB", "BE", "FR", "GB")));
        Guarantee guarantee = check(input, Promise.NO_COST_NO_SHARE);
        assertThat(guarantee.witnesses()).containsExactly(new Witness(Set.of(party("BE")), Money.euro(100)));
        assertThat(guarantee.sentence(Locale.ENGLISH))
                .isEqualTo("These add no cost to the flight and yet pay: BE 1.00 EUR.");
        assertThat(verdict(input.with(List.of(input.items().get(0).by(Key.DEFAULT))), Promise.NO_COST_NO_SHARE))
                .isEqualTo(Verdict.KEPT);
    }

    @Test
    void whoever_flies_no_leg_is_named_wherever_the_code_stands() {
        SharedRoute route =
                new SharedRoute(List.of(base("A"), base("B")), List.of(new Leg(1_000, parties("BE"))), List.of());
        CostInput input = CostInput.of(THREE, route, List.of(item("charter", 300, Key.EQUAL, "GB", "BE", "FR", "GB")));
        assertThat(check(input, Promise.NO_COST_NO_SHARE).witnesses())
                .containsExactly(
                        new Witness(Set.of(party("FR")), Money.euro(100)),
                        new Witness(Set.of(party("GB")), Money.euro(100)));
    }

    @Test
    void an_item_of_parties_that_fly_nothing_is_needed_whole_by_each_of_them() {
        SharedRoute route =
                new SharedRoute(List.of(base("A"), base("B")), List.of(new Leg(1_000, parties("GB"))), List.of());
        CostInput input = CostInput.of(THREE, route, List.of(item("visas", 300, Key.EQUAL, "GB", "BE", "FR")));
        assertThat(CostSharing.share(input).guarantees())
                .extracting(Guarantee::verdict)
                .containsOnly(Verdict.KEPT);
    }

    @Test
    void equal_treatment_looks_at_everything_that_may_tell_two_parties_apart() {
        CostItem charter = item("charter", 400_000, Key.PER_RETURNEE, "GB", "BE", "FR", "GB");
        List<Participant> twins = returning("BE", 2, "FR", 2, "GB", 8);
        SharedRoute route = new SharedRoute(
                List.of(base("A"), base("B")), List.of(new Leg(1_000, parties("BE", "FR", "GB"))), List.of());
        CostInput equal = CostInput.of(twins, route, List.of(charter));
        assertThat(verdict(equal, Promise.EQUAL_TREATMENT)).isEqualTo(Verdict.KEPT);
        CostItem weighted = weighted(charter, Map.of(party("BE"), 1L, party("FR"), 2L, party("GB"), 1L));
        assertThat(verdict(equal.with(List.of(weighted)), Promise.EQUAL_TREATMENT))
                .isEqualTo(Verdict.KEPT);
        CostItem capped = within(charter, Map.of(party("FR"), atMost(Money.euro(1))));
        assertThat(verdict(equal.with(List.of(capped)), Promise.EQUAL_TREATMENT))
                .isEqualTo(Verdict.KEPT);
    }

    /** Who flies further, or needs a stop of its own, is not alike: paying more then breaks no promise. */
    @Test
    void parties_that_differ_by_a_leg_or_by_a_stop_are_not_alike() {
        List<Participant> twins = returning("BE", 2, "FR", 2);
        SharedRoute byLegs = new SharedRoute(
                List.of(base("A"), base("B"), base("C")),
                List.of(new Leg(100, parties("FR")), new Leg(900, parties("BE", "FR"))),
                List.of());
        CostInput legs = CostInput.of(twins, byLegs, List.of(item("charter", 1_000, Key.DEFAULT, "FR", "BE", "FR")));
        assertThat(Flights.share(legs, "charter")).containsExactly(450L, 550L);
        assertThat(verdict(legs, Promise.EQUAL_TREATMENT)).isEqualTo(Verdict.KEPT);

        SharedRoute byStops = new SharedRoute(
                List.of(base("A"), new Stop("B", parties("FR")), base("C")),
                List.of(new Leg(500, parties("BE", "FR")), new Leg(500, parties("BE", "FR"))),
                List.of(new Shortcut(0, 2, 600)));
        CostInput stops =
                CostInput.of(twins, byStops, List.of(item("charter", 1_000, Key.ROUTE_SHAPLEY, "FR", "BE", "FR")));
        assertThat(Flights.share(stops, "charter")).containsExactly(300L, 700L);
        assertThat(verdict(stops, Promise.EQUAL_TREATMENT)).isEqualTo(Verdict.KEPT);
    }

    @Test
    void the_route_yardstick_lets_a_group_skip_the_stops_of_the_others() {
        CostInput shapley = measuredBy(byLille(Key.ROUTE_SHAPLEY), GroupCostBasis.ROUTE);
        assertThat(CostSharing.share(shapley).guarantees())
                .filteredOn(guarantee -> guarantee.promise() != Promise.JOINING)
                .extracting(Guarantee::verdict)
                .containsOnly(Verdict.KEPT);
        // France and the United Kingdom would fly 1,900 km out and 2,000 back: 3,900.00 instead of two thirds of
        // 4,000.00.
        Guarantee alone = check(measuredBy(byLille(Key.PER_SEAT), GroupCostBasis.ROUTE), Promise.STAND_ALONE);
        assertThat(alone.verdict()).isEqualTo(Verdict.KEPT);
        Guarantee belgium = check(measuredBy(byLille(Key.EQUAL), GroupCostBasis.ROUTE), Promise.STAND_ALONE);
        // Belgium alone would fly 400 km, a tenth of 4,000 km.
        assertThat(belgium.witnesses()).containsExactly(new Witness(Set.of(party("BE")), Money.euro(93_334)));
    }

    @Test
    void flying_alone_costs_what_the_yardstick_says_rounded_up_whatever_the_key() {
        for (Key key : List.of(Key.EQUAL, Key.DEFAULT, Key.SEPARABLE_COSTS)) {
            // Of 4,000 km Belgium flies all, the others not the 200 to Lille; on the route of its own Belgium turns
            // there.
            assertThat(alone(byLille(key)))
                    .containsExactly(Map.entry("BE", 400_000L), Map.entry("FR", 380_000L), Map.entry("GB", 380_000L));
            assertThat(alone(measuredBy(byLille(key), GroupCostBasis.ROUTE)))
                    .containsExactly(Map.entry("BE", 40_000L), Map.entry("FR", 390_000L), Map.entry("GB", 390_000L));
        }
        CostInput odd = CostInput.of(
                THREE,
                BY_LILLE,
                List.of(
                        item("charter", 101, Key.EQUAL, "GB", "BE", "FR", "GB"),
                        CostItem.direct(3, "escorts", CostCategory.ESCORTS, Money.euro(7), party("GB"), party("GB"))));
        // 101 × 3,800/4,000 = 95.95; what is direct stays with its party.
        assertThat(alone(odd)).containsExactly(Map.entry("BE", 101L), Map.entry("FR", 96L), Map.entry("GB", 103L));
        CostInput quoted = measuredBy(
                quoted(
                        odd,
                        List.of(
                                quoteOf(party("BE"), Money.euro(11)),
                                quoteOf(party("FR"), Money.euro(12)),
                                quoteOf(party("GB"), Money.euro(13)))),
                GroupCostBasis.QUOTES);
        assertThat(alone(quoted)).containsExactly(Map.entry("BE", 11L), Map.entry("FR", 12L), Map.entry("GB", 13L));
    }

    @Test
    void flying_alone_has_no_price_where_the_yardstick_lacks_something() {
        CostInput input = byLille(Key.EQUAL);
        assertThat(alone(CostInput.of(THREE, null, input.items()))).isEmpty();
        assertThat(alone(measuredBy(input, GroupCostBasis.QUOTES))).isEmpty();
        assertThat(alone(input.with(List.of(input.items().get(0).of(Money.euro(-1))))))
                .isEmpty();
    }

    private static Map<String, Long> alone(CostInput input) {
        return Flights.byCode(CostSharing.share(input).alone());
    }

    @Test
    void nucleolus_and_separable_costs_follow_the_yardstick() {
        for (Key key : List.of(Key.NUCLEOLUS, Key.PER_CAPITA_NUCLEOLUS, Key.SEPARABLE_COSTS)) {
            for (GroupCostBasis yardstick : List.of(GroupCostBasis.LEGS, GroupCostBasis.ROUTE)) {
                CostInput input = measuredBy(byLille(key), yardstick);
                assertThat(verdict(input, Promise.CORE)).isEqualTo(Verdict.KEPT);
                assertThat(verdict(input, Promise.STAND_ALONE)).isEqualTo(Verdict.KEPT);
            }
        }
    }

    /** Two pay 12.00 and three pay 20.00: three pairs would bear 18.00 at most, and of equal thirds a pair is asked for 13.33…. */
    @Test
    void where_no_division_is_stable_it_is_said_what_is_missing() {
        List<Quote> quotes = new ArrayList<>();
        for (List<String> pair : List.of(List.of("BE", "FR"), List.of("BE", "GB"), List.of("FR", "GB"))) {
            quotes.add(new Quote(parties(pair.toArray(String[]::new)), Money.euro(1_200)));
        }
        for (String alone : List.of("BE", "FR", "GB")) {
            quotes.add(quoteOf(party(alone), Money.euro(1_000)));
        }
        CostInput input = quoted(
                CostInput.of(
                        returning("BE", 1, "FR", 1, "GB", 1),
                        null,
                        List.of(item("charter", 2_000, Key.EQUAL, "GB", "BE", "FR", "GB"))),
                quotes);

        assertThat(check(input, Promise.CORE).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "By themselves BE, FR would pay 12.00 EUR instead of 13.34 EUR, 1.34 EUR less. No other group would gain"
                                + " more. However this cost is divided, some group would pay less by itself, and is asked for at least 1.34"
                                + " EUR too much. No group would if all together had to pay 2.00 EUR less, or if somebody else bore that.");
        assertThat(check(input, Promise.CORE).sentence(Locale.FRENCH)).contains("payaient ensemble 2,00");
    }

    /** The Tennessee Valley of 1981, in thousand dollars: navigation, flood control, power. */
    @Test
    void quotes_for_every_group_make_a_game() {
        Party navigation = party("NA");
        Party flood = party("FL");
        Party power = party("PO");
        List<Quote> quotes = new ArrayList<>(List.of(
                quoteOf(navigation, Money.euro(163_520)),
                quoteOf(flood, Money.euro(140_826)),
                quoteOf(power, Money.euro(250_096)),
                new Quote(Set.of(navigation, flood), Money.euro(301_607)),
                new Quote(Set.of(navigation, power), Money.euro(378_821)),
                new Quote(Set.of(flood, power), Money.euro(367_370)),
                new Quote(Set.of(navigation, flood, power), Money.euro(412_584))));
        List<CostItem> items = new ArrayList<>();
        for (Key key : List.of(
                Key.SEPARABLE_COSTS,
                Key.NUCLEOLUS,
                Key.PER_CAPITA_NUCLEOLUS,
                Key.STAND_ALONE,
                Key.SHAPLEY,
                Key.TAU,
                Key.EQUAL_REST,
                Key.EQUAL_PROFIT)) {
            items.add(item(key.name(), 412_584, key, "NA", "NA", "FL", "PO"));
        }
        CostInput input = quoted(CostInput.of(returning("NA", 1, "FL", 1, "PO", 1), null, items), quotes);
        assertThat(Flights.share(input, "SEPARABLE_COSTS")).containsExactly(99_157L, 117_476L, 195_951L);
        assertThat(Flights.share(input, "NUCLEOLUS")).containsExactly(93_540L, 116_234L, 202_810L);
        assertThat(Flights.share(input, "PER_CAPITA_NUCLEOLUS")).containsExactly(105_138L, 120_841L, 186_605L);
        assertThat(Flights.share(input, "STAND_ALONE")).containsExactly(104_795L, 121_682L, 186_107L);
        assertThat(Flights.share(input, "SHAPLEY")).containsExactly(100_756L, 117_829L, 193_999L);
        assertThat(Flights.share(input, "TAU")).containsExactly(99_157L, 117_476L, 195_951L);
        assertThat(Flights.share(input, "EQUAL_REST")).containsExactly(107_973L, 119_424L, 185_187L);
        assertThat(Flights.share(input, "EQUAL_PROFIT")).containsExactly(104_795L, 121_682L, 186_107L);
        // What each adds to one such cost: 33,763 + 45,214 + 110,977, and 222,630 are left.
        AddedCosts added = AddedCosts.of(input.with(List.of(items.get(0))));
        assertThat(Flights.byCode(added.totals())).isEqualTo(Map.of("FL", 33_763L, "NA", 45_214L, "PO", 110_977L));
        assertThat(added.left()).isEqualTo(Money.euro(222_630));

        CostInput one = input.with(List.of(items.get(1)));
        // All of them together pay what the flight costs, whether that was quoted or not.
        assertThat(Flights.share(quoted(one, quotes.subList(0, 6)), "NUCLEOLUS"))
                .containsExactly(93_540L, 116_234L, 202_810L);
        assertThat(verdict(one, Promise.CORE)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(one, Promise.STAND_ALONE)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(one, Promise.NO_COST_NO_SHARE)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(one, Promise.EQUAL_TREATMENT)).isEqualTo(Verdict.KEPT);
        assertThat(check(one, Promise.JOINING).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "It was not checked that one more state aboard raises nobody's bill: quotes do not say what the flight"
                                + " would cost with one party fewer.");
        CostInput equally = input.with(List.of(items.get(0).by(Key.EQUAL)));
        assertThat(verdict(equally, Promise.CORE)).isEqualTo(Verdict.KEPT);
        CostInput unfair = input.with(List.of(weighted(items.get(0), Map.of(navigation, 1L, flood, 8L, power, 1L))));
        assertThat(check(unfair, Promise.STAND_ALONE).witnesses())
                .containsExactly(new Witness(Set.of(flood), Money.euro(189_242)));
        assertThat(check(unfair, Promise.CORE).witnesses())
                .containsExactly(new Witness(Set.of(flood), Money.euro(189_242)));
        CostInput noPairs = quoted(one, quotes.subList(0, 3));
        assertThat(verdict(noPairs.with(List.of(items.get(3))), Promise.STAND_ALONE))
                .isEqualTo(Verdict.KEPT);
        assertThat(verdict(noPairs.with(List.of(items.get(3))), Promise.CORE)).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(verdict(noPairs.with(List.of(items.get(3))), Promise.NO_COST_NO_SHARE))
                .isEqualTo(Verdict.NOT_CHECKED);
    }

    /** Two thousand for each party alone, and fifteen hundred for each in a group: together they all save. */
    @Test
    void eight_parties_may_have_every_group_quoted_and_all_of_them_together_need_no_quote() {
        List<Participant> eight = IntStream.range(0, 8)
                .mapToObj(i -> returning("A" + (char) ('A' + i), 1))
                .toList();
        List<Party> codes = eight.stream().map(Participant::party).toList();
        List<Quote> quotes = new ArrayList<>();
        for (int group = 1; group < 255; group++) {
            int members = group;
            Set<Party> parties = IntStream.range(0, 8)
                    .filter(i -> (members >> i & 1) == 1)
                    .mapToObj(codes::get)
                    .collect(Collectors.toSet());
            quotes.add(new Quote(parties, Money.euro(parties.size() == 1 ? 200_000 : 150_000L * parties.size())));
        }
        String[] sharers = codes.stream().map(Party::code).toArray(String[]::new);
        CostItem charter = item("charter", 800_000, Key.EQUAL, "AA", sharers);
        CostInput input = quoted(CostInput.of(eight, null, List.of(charter)), quotes);

        assertThat(verdict(input, Promise.CORE)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(input, Promise.NO_COST_NO_SHARE)).isEqualTo(Verdict.KEPT);
        CostInput oneShort = quoted(input, quotes.subList(0, 253));
        assertThat(verdict(oneShort, Promise.CORE)).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(verdict(oneShort, Promise.STAND_ALONE)).isEqualTo(Verdict.KEPT);

        quotes.add(new Quote(Set.copyOf(codes), Money.euro(800_000)));
        CostInput bySavings = quoted(input.with(List.of(charter.by(Key.SEPARABLE_COSTS))), quotes);
        assertThat(Flights.share(bySavings, "charter")).containsOnly(100_000L);
        assertThat(verdict(bySavings, Promise.CORE)).isEqualTo(Verdict.KEPT);
    }

    @Test
    void what_cannot_be_measured_is_said() {
        CostInput noRoute = CostInput.of(THREE, null, byLille(Key.EQUAL).items());
        assertThat(check(noRoute, Promise.CORE).sentence(Locale.ENGLISH))
                .isEqualTo("It was not checked that no group would pay less by itself: the input has no route.");
        assertThat(check(measuredBy(noRoute, GroupCostBasis.ROUTE), Promise.STAND_ALONE)
                        .verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
        assertThat(check(measuredBy(noRoute, GroupCostBasis.QUOTES), Promise.STAND_ALONE)
                        .sentence(Locale.FRENCH))
                .isEqualTo(
                        "Il n'a pas été vérifié que personne ne paie plus que seul\u00a0: toutes les parties n'ont pas de devis pour"
                                + " voler seules.");
        SharedRoute plain = new SharedRoute(BY_LILLE.stops(), BY_LILLE.legs(), List.of());
        CostInput noShortcuts =
                measuredBy(CostInput.of(THREE, plain, byLille(Key.EQUAL).items()), GroupCostBasis.ROUTE);
        assertThat(check(noShortcuts, Promise.CORE).sentence(Locale.ENGLISH))
                .endsWith("some distances between stops are missing.");
        assertThat(CostSharing.share(noRoute).guarantees())
                .filteredOn(guarantee -> guarantee.verdict() == Verdict.KEPT)
                .extracting(Guarantee::promise)
                .containsExactly(Promise.SUMS, Promise.EQUAL_TREATMENT);
    }

    @Test
    void promises_are_about_costs_not_about_refunds() {
        CostInput refund =
                byLille(Key.DEFAULT).with(List.of(item("refund", -100, Key.DEFAULT, "GB", "BE", "FR", "GB")));
        assertThat(check(refund, Promise.CORE).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "It was not checked that no group would pay less by itself: more is refunded than paid, and the"
                                + " promises are about costs.");
        CostInput mixed = byLille(Key.DEFAULT)
                .with(List.of(
                        byLille(Key.DEFAULT).items().get(0),
                        item("refund", -100, Key.DEFAULT, "GB", "BE", "FR", "GB")));
        assertThat(CostSharing.share(mixed).guarantees())
                .extracting(Guarantee::verdict)
                .containsOnly(Verdict.KEPT);
    }

    @Test
    void what_is_refunded_whole_leaves_promises_about_nothing_and_they_are_kept() {
        CostItem charter = byLille(Key.DEFAULT).items().get(0);
        CostItem refund = item("refund", -charter.amount().minor(), Key.DEFAULT, "GB", "BE", "FR", "GB");
        assertThat(CostSharing.share(byLille(Key.DEFAULT).with(List.of(charter, refund)))
                        .guarantees())
                .extracting(Guarantee::verdict)
                .containsOnly(Verdict.KEPT);
    }

    /** Flown alone, each of the first two skips the stop of the other. */
    @Test
    void sixteen_parties_on_any_route_are_still_tried_group_by_group() {
        List<Participant> sixteen = IntStream.range(0, 16)
                .mapToObj(i -> returning("A" + (char) ('A' + i), 1))
                .toList();
        String[] codes = sixteen.stream().map(one -> one.party().code()).toArray(String[]::new);
        SharedRoute route = new SharedRoute(
                List.of(base("A"), new Stop("B", parties("AA")), new Stop("C", parties("AB")), base("D")),
                List.of(new Leg(100, parties("AA")), new Leg(100, parties("AA", "AB")), new Leg(300, parties(codes))),
                List.of(new Shortcut(0, 2, 110), new Shortcut(1, 3, 250), new Shortcut(0, 3, 300)));
        CostInput input = measuredBy(
                CostInput.of(sixteen, route, List.of(item("charter", 160_000, Key.EQUAL, "AA", codes))),
                GroupCostBasis.ROUTE);

        assertThat(check(input, Promise.CORE).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void
            with_many_parties_leg_shares_and_routes_with_a_stop_each_are_still_checked_and_others_as_far_as_one_can_wait() {
        List<Participant> thirty = IntStream.range(0, 30)
                .mapToObj(i -> Participant.committed(
                        new Party("" + (char) ('A' + i / 26) + (char) ('A' + i % 26)), new Seats(i, 0, 0, 0, 0, 0)))
                .toList();
        String[] codes = thirty.stream().map(one -> one.party().code()).toArray(String[]::new);
        SharedRoute route = new SharedRoute(
                List.of(base("A"), new Stop("B", parties("AA", "AB")), base("C")),
                List.of(new Leg(100, parties("AA", "AB")), new Leg(300, parties(codes))),
                List.of(new Shortcut(0, 2, 250)));
        CostInput input = CostInput.of(thirty, route, List.of(item("charter", 40_000, Key.DEFAULT, "AA", codes)));
        assertThat(CostSharing.share(input).guarantees())
                .extracting(Guarantee::verdict)
                .containsOnly(Verdict.KEPT);
        assertThat(check(measuredBy(input, GroupCostBasis.ROUTE), Promise.CORE).sentence(Locale.ENGLISH))
                .startsWith("By themselves AC, AD,")
                .endsWith(
                        "BD would pay 250.00 EUR instead of 299.32 EUR, 49.32 EUR less. No other group would gain more."
                                + " Divided otherwise, no group would pay less by itself.");
        SharedRoute twoDetours = new SharedRoute(
                List.of(base("A"), new Stop("B", parties("AA")), new Stop("C", parties("AB")), base("D")),
                List.of(new Leg(100, parties("AA")), new Leg(100, parties("AA", "AB")), new Leg(300, parties(codes))),
                List.of(new Shortcut(0, 2, 110), new Shortcut(1, 3, 250), new Shortcut(0, 3, 300)));
        CostInput tooMany = measuredBy(CostInput.of(thirty, twoDetours, input.items()), GroupCostBasis.ROUTE);
        assertThat(check(tooMany, Promise.CORE).sentence(Locale.ENGLISH))
                .startsWith("By themselves AB, AC,")
                .endsWith(
                        "BD would pay 328.00 EUR instead of 400.00 EUR, 72.00 EUR less. No other group would gain more.");
        CostItem forSome = item("charter", 40_000, Key.DEFAULT, "AA", Arrays.copyOf(codes, 20));
        assertThat(check(tooMany.with(List.of(input.items().get(0), withId(2, forSome))), Promise.CORE)
                        .sentence(Locale.ENGLISH))
                .endsWith("there are too many parties to try every group.");
    }

    private static CostItem withId(long id, CostItem item) {
        return new CostItem(
                id,
                item.description(),
                item.category(),
                item.amount(),
                item.payer(),
                item.sharers(),
                item.key(),
                item.customWeights(),
                item.limits(),
                item.conversion());
    }

    /** Beyond sixteen parties the route itself says who gains most; all 131,071 groups of seventeen say the same. */
    @Test
    void what_seventeen_parties_with_a_stop_each_could_save_is_what_trying_every_group_finds() {
        Random random = new Random(17);
        int players = 17;
        for (int round = 0; round < 5; round++) {
            List<Participant> all = IntStream.range(0, players)
                    .mapToObj(i -> returning("A" + (char) ('A' + i), 1))
                    .toList();
            String[] codes = all.stream().map(one -> one.party().code()).toArray(String[]::new);
            List<Stop> stops = new ArrayList<>(List.of(base("XXA")));
            IntStream.range(0, players).forEach(i -> stops.add(new Stop("XX" + i, parties(codes[i]))));
            stops.add(base("XXZ"));
            long[][] km = new long[stops.size()][stops.size()];
            List<Leg> legs = new ArrayList<>();
            List<Shortcut> shortcuts = new ArrayList<>();
            for (int a = 0; a < km.length; a++) {
                for (int b = a + 1; b < km.length; b++) {
                    km[a][b] = 50L + random.nextInt(1_000);
                    if (b == a + 1) {
                        legs.add(new Leg((int) km[a][b], parties(codes)));
                    } else {
                        shortcuts.add(new Shortcut(a, b, (int) km[a][b]));
                    }
                }
            }
            int amount = 1_000_000 + random.nextInt(9_000_000);
            CostInput input = measuredBy(
                    CostInput.of(
                            all,
                            new SharedRoute(stops, legs, shortcuts),
                            List.of(
                                    item("charter", amount, Key.EQUAL, "AA", codes),
                                    withId(2, item("own", 77_700, Key.EQUAL, "AA", "AC")))),
                    GroupCostBasis.ROUTE);

            long whole = way(km, (1L << players) - 1);
            long most = 0;
            for (long group = 1; group < 1L << players; group++) {
                most = Math.max(most, Long.bitCount(group) * whole - players * way(km, group));
            }
            BigInteger gain = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(most));
            BigInteger unit = BigInteger.valueOf(players * whole);
            Guarantee core = check(input, Promise.CORE);
            assertThat(core.verdict()).isEqualTo(most > 0 ? Verdict.BROKEN : Verdict.KEPT);
            assertThat(core.witnesses())
                    .extracting(witness -> BigInteger.valueOf(witness.gain().minor()))
                    .containsExactly(gain.add(unit).subtract(BigInteger.ONE).divide(unit));
        }
    }

    /** Along the stops that somebody of the group needs; stop k+1 is that of party k. */
    private static long way(long[][] km, long group) {
        long way = 0;
        int last = 0;
        for (int stop = 1; stop < km.length; stop++) {
            if (stop == km.length - 1 || (group >>> (stop - 1) & 1) == 1) {
                way += km[last][stop];
                last = stop;
            }
        }
        return way;
    }

    /** Left out one by one from many ways of sharing on the longest route, 62 parties would keep a processor for long. */
    @Test
    void the_effect_of_joining_is_not_computed_where_nobody_could_wait_for_it() {
        List<Participant> all = IntStream.range(0, 62)
                .mapToObj(i -> returning("" + (char) ('A' + i / 26) + (char) ('A' + i % 26), 1))
                .toList();
        String[] codes = all.stream().map(one -> one.party().code()).toArray(String[]::new);
        List<Stop> stops = IntStream.range(0, 62).mapToObj(i -> base("X" + i)).toList();
        List<Leg> legs = IntStream.range(0, 61)
                .mapToObj(i -> new Leg(100, parties(codes)))
                .toList();
        SharedRoute route = new SharedRoute(stops, legs, List.of());
        List<CostItem> two = IntStream.range(1, 3)
                .mapToObj(i -> withId(i, item("item", 900, Key.EQUAL, "AA", Arrays.copyOf(codes, 62 - i))))
                .toList();
        List<CostItem> three = new ArrayList<>(two);
        three.add(withId(3, item("item", 900, Key.EQUAL, "AA", codes)));

        assertThat(verdict(CostInput.of(all, route, two), Promise.JOINING)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(CostInput.of(all, route, three), Promise.JOINING)).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void the_effect_of_joining_is_not_repeated_for_a_large_nucleolus() {
        List<Participant> nine = IntStream.range(0, 9)
                .mapToObj(i -> Participant.committed(new Party("A" + (char) ('A' + i)), new Seats(1, 0, 0, 0, 0, 0)))
                .toList();
        String[] codes = nine.stream().map(one -> one.party().code()).toArray(String[]::new);
        SharedRoute route =
                new SharedRoute(List.of(base("A"), base("B")), List.of(new Leg(100, parties(codes))), List.of());
        CostItem charter = item("charter", 900, Key.NUCLEOLUS, "AA", codes);
        assertThat(verdict(CostInput.of(nine, route, List.of(charter)), Promise.JOINING))
                .isEqualTo(Verdict.NOT_CHECKED);
        CostItem eight = charter.sharedBy(parties(Arrays.copyOf(codes, 8)));
        assertThat(verdict(CostInput.of(nine, route, List.of(eight)), Promise.JOINING))
                .isEqualTo(Verdict.KEPT);
        assertThat(verdict(CostInput.of(nine, route, List.of(charter.by(Key.EQUAL))), Promise.JOINING))
                .isEqualTo(Verdict.KEPT);
    }
}
