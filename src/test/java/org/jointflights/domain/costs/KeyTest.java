package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.byCode;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.ofItem;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.seats;
import static org.jointflights.domain.costs.Flights.share;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void a_budget_offers_the_keys_that_need_nothing_but_the_plan() {
        assertThat(Key.ofBudgets())
                .containsExactly(
                        Key.LEG_SHARE_BY_SEATS,
                        Key.LEG_SHARE_BY_RETURNEES,
                        Key.LEG_SHARE_BY_STATE,
                        Key.PER_SEAT,
                        Key.PER_RETURNEE,
                        Key.EQUAL,
                        Key.SEAT_KILOMETRE,
                        Key.ROUTE_SHAPLEY,
                        Key.ROUTE_SHAPLEY_BY_SEATS,
                        Key.ROUTE_SHAPLEY_BY_RETURNEES);
    }

    @Test
    void every_key_can_be_tried_out_but_the_one_whose_weights_are_agreed_by_hand() {
        assertThat(Key.toTryOut()).hasSize(Key.values().length - 1).doesNotContain(Key.CUSTOM);
        assertThat(Key.CUSTOM.needs()).isEqualTo(Key.Needs.WEIGHTS);
        assertThat(Key.STAND_ALONE.needs()).isEqualTo(Key.Needs.QUOTES);
    }

    /**
     * What needs to know the cost of flying alone, or every smaller group's, is there to compare with; a marginal share is no key at
     * all.
     */
    @Test
    void keys_that_no_budget_can_use_are_for_comparison_and_no_budget_offers_them() {
        assertThat(Key.toTryOut().stream().filter(Key::isForComparison))
                .containsExactly(
                        Key.STAND_ALONE,
                        Key.SEPARABLE_COSTS,
                        Key.NUCLEOLUS,
                        Key.PER_CAPITA_NUCLEOLUS,
                        Key.SHAPLEY,
                        Key.EQUAL_PROFIT,
                        Key.TAU,
                        Key.EQUAL_REST);
        assertThat(Key.ofItems()).noneMatch(Key::isForComparison);
        assertThat(Key.toTryOut())
                .filteredOn(key -> !Key.ofItems().contains(key))
                .allMatch(Key::isForComparison);
        assertThat(Key.values()).extracting(Key::name).doesNotContain("MARGINAL");
    }

    /** Sixteen sets of fifteen parties: half a minute of one processor, before. */
    @Test
    void a_slow_key_is_not_tried_on_many_sets_of_many_parties() {
        String[] codes =
                IntStream.range(0, 16).mapToObj(i -> "B" + (char) ('A' + i)).toArray(String[]::new);
        List<CostItem> items = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int left = i;
            items.add(item(
                    "item " + i,
                    100,
                    Key.NUCLEOLUS,
                    codes[0],
                    IntStream.range(0, 16)
                            .filter(k -> k != left)
                            .mapToObj(k -> codes[k])
                            .toArray(String[]::new)));
        }
        SharedRoute route = new SharedRoute(
                List.of(base("A"), base("B"), base("C"), base("D")),
                List.of(
                        new Leg(3, parties(codes[0], codes[1])),
                        new Leg(3, parties(codes[1], codes[2])),
                        new Leg(3, parties(codes))),
                List.of());
        List<Participant> all = IntStream.range(0, 16)
                .mapToObj(i -> Participant.committed(party(codes[i]), seats(1, 1)))
                .toList();
        CostInput input = CostInput.of(all, route, items);

        refusal(TooMuch.class, "costs.groups.tooMuch", () -> CostSharing.share(input));
        CostSharing.share(input.with(items.subList(0, 1)));
        CostSharing.share(
                input.with(items.stream().map(item -> item.by(Key.EQUAL)).toList()));
    }

    /** Each flies a leg further than the one before it: an airport, however many parties and sets of them there are. */
    @Test
    void a_nucleolus_of_an_airport_is_not_counted_as_slow() {
        String[] codes =
                IntStream.range(0, 20).mapToObj(i -> "B" + (char) ('A' + i)).toArray(String[]::new);
        List<SharedRoute.Stop> stops = new ArrayList<>(List.of(base("AAA")));
        List<Leg> legs = new ArrayList<>();
        List<CostItem> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            stops.add(base("AA" + (char) ('B' + i)));
            legs.add(new Leg(100 + i, parties(Arrays.copyOfRange(codes, i, 20))));
            if (i < 10) {
                int first = i;
                String[] fifteen = IntStream.range(0, 20)
                        .filter(k -> k < first || k >= first + 5)
                        .mapToObj(k -> codes[k])
                        .toArray(String[]::new);
                items.add(item("item " + i, 1_000_001, Key.NUCLEOLUS, codes[0], fifteen));
            }
        }
        CostInput input = CostInput.of(
                Stream.of(codes)
                        .map(code -> Participant.committed(party(code), seats(1, 1)))
                        .toList(),
                new SharedRoute(stops, legs, List.of()),
                items);

        CostShares shares = CostSharing.share(input);
        for (CostItem item : items) {
            assertThat(ofItem(shares, item.id()))
                    .isEqualTo(ofItem(CostSharing.share(input.with(List.of(item))), item.id()));
        }
        assertThat(shares.guarantees())
                .filteredOn(guarantee -> guarantee.promise() == Guarantee.Promise.CORE)
                .extracting(Guarantee::verdict)
                .containsExactly(Guarantee.Verdict.KEPT);
        // Per member it has to be looked for among the groups.
        CostInput perMember = input.with(
                items.stream().map(item -> item.by(Key.PER_CAPITA_NUCLEOLUS)).toList());
        refusal(TooMuch.class, "costs.groups.tooMuch", () -> CostSharing.share(perMember));
    }

    @Test
    void every_category_is_a_heading_of_its_own_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(List.of(CostCategory.values()))
                    .extracting(category -> category.label(language))
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }
        assertThat(CostCategory.HANDLING.label(Locale.ENGLISH)).isEqualTo("Handling at airports");
    }

    /** Belgium flies 300 km with 4 seats, France 1,000 with 2, the United Kingdom 700 with 6: 12 : 20 : 42. */
    @Test
    void seat_kilometres_count_the_own_legs_of_a_party_only() {
        SharedRoute route = new SharedRoute(
                List.of(base("BRU"), base("CDG"), base("TIA")),
                List.of(new Leg(300, parties("BE", "FR")), new Leg(700, parties("FR", "GB"))),
                List.of());
        CostInput input = CostInput.of(
                List.of(
                        Participant.committed(party("BE"), seats(2, 2)),
                        Participant.committed(party("FR"), seats(1, 1)),
                        Participant.committed(party("GB"), seats(2, 4))),
                route,
                List.of(item("charter", 7_400, Key.SEAT_KILOMETRE, "GB", "BE", "FR", "GB")));

        assertThat(share(input, "charter")).containsExactly(1_200L, 2_000L, 4_200L);
    }

    /** Of the January flight: 706, 168 and 784 km, France with 1 of 53 returnees on the first and the last. */
    @Test
    void a_leg_share_is_stated_in_the_least_whole_numbers() {
        ItemShare france = CostSharing.share(CostCasesTest.january2010(Key.LEG_SHARE_BY_RETURNEES, 4_802_620))
                .postings()
                .get(2);

        // 1,490/53 of 1,658 km is 1,490 of 87,874, which is 745 of 43,937.
        assertThat(france.party()).isEqualTo(party("FR"));
        assertThat(france.weight()).isEqualTo(745);
        assertThat(france.totalWeight()).isEqualTo(43_937);
        assertThat(france.sentence(Locale.ENGLISH)).contains("48,026.20 EUR × 745/43937 = ");
    }

    /** Their common multiple is beyond 64 bits, and of Austria, which nobody flies for, nothing is asked. */
    @Test
    void who_flies_a_leg_alone_pays_its_kilometres_however_odd_the_numbers_aboard() {
        int[] primes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71};
        List<Participant> participants = new ArrayList<>(List.of(returning("AT", 0)));
        List<Leg> legs = new ArrayList<>(List.of(new Leg(9_000, parties("AT"))));
        List<SharedRoute.Stop> stops = new ArrayList<>(List.of(base("S"), base("S")));
        String[] codes = IntStream.range(0, primes.length)
                .mapToObj(i -> "B" + (char) ('A' + i))
                .toArray(String[]::new);
        for (int i = 0; i < primes.length; i++) {
            participants.add(returning(codes[i], primes[i]));
            legs.add(new Leg(i + 1, parties(codes[i])));
            stops.add(base("S"));
        }
        List<String> sharers = new ArrayList<>(List.of(codes));
        sharers.add("AT");
        CostInput input = CostInput.of(
                participants,
                new SharedRoute(stops, legs, List.of()),
                List.of(item("charter", 21_000, Key.LEG_SHARE_BY_RETURNEES, "AT", sharers.toArray(String[]::new))));

        // 210 km are flown by somebody: 1.00 EUR each.
        CostShares shares = CostSharing.share(input);
        assertThat(byCode(shares.totals())).containsEntry("AT", 0L).containsEntry("BA", 100L);
        for (int i = 0; i < codes.length; i++) {
            assertThat(byCode(shares.totals())).containsEntry(codes[i], 100L * (i + 1));
        }
        assertThat(shares.postings().get(0).weight()).isEqualTo(BigInteger.ZERO);
    }

    /** Belgium returns nobody, so no part of the leg that it flies alone is shared, nor named in its reason. */
    @Test
    void a_leg_on_which_nobody_counts_is_left_out_of_the_reason() {
        SharedRoute route = new SharedRoute(
                List.of(base("BRU"), base("CDG"), base("TIA")),
                List.of(new Leg(300, parties("BE")), new Leg(700, parties("BE", "FR"))),
                List.of());
        List<ItemShare> postings = CostSharing.share(CostInput.of(
                        returning("BE", 0, "FR", 5),
                        route,
                        List.of(item("charter", 100, Key.LEG_SHARE_BY_RETURNEES, "FR", "BE", "FR"))))
                .postings();

        assertThat(postings.get(0).legs()).containsExactly(new ItemShare.LegPart("CDG–TIA", 700, 700, 0, 5));
        assertThat(postings.get(1).legs()).containsExactly(new ItemShare.LegPart("CDG–TIA", 700, 700, 5, 5));
        assertThat(postings.get(1).posted().minor()).isEqualTo(100);
    }
}
