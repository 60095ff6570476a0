package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.measuredBy;
import static org.jointflights.domain.costs.Flights.quoteOf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.jointflights.domain.costs.SharedRoute.Shortcut;
import org.jointflights.domain.costs.SharedRoute.Stop;
import org.jointflights.domain.costs.game.Kohlberg;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Properties over a hundred thousand seeded flights, and every key worked out a second time by its definition, in
 * fractions, without any of the code under test.
 */
class CostSharingPropertiesTest {

    private static final Key[] SIMPLE = {
        Key.EQUAL,
        Key.PER_RETURNEE,
        Key.PER_SEAT,
        Key.SEAT_KILOMETRE,
        Key.LEG_SHARE_BY_SEATS,
        Key.LEG_SHARE_BY_RETURNEES,
        Key.LEG_SHARE_BY_STATE,
        Key.STAND_ALONE,
        Key.CUSTOM
    };
    private static final Key[] BY_GROUPS = {Key.SEPARABLE_COSTS, Key.NUCLEOLUS, Key.PER_CAPITA_NUCLEOLUS};
    private static final Key[] BY_ROUTE = {Key.ROUTE_SHAPLEY, Key.ROUTE_SHAPLEY_BY_SEATS, Key.ROUTE_SHAPLEY_BY_RETURNEES
    };

    private static final Locale[] LANGUAGES = {Locale.ENGLISH, Locale.FRENCH};

    @Test
    void sums_quota_order_sign_and_sentences_over_a_hundred_thousand_flights() {
        Random random = new Random(20_100_114);
        for (int round = 0; round < 100_000; round++) {
            CostInput input = flight(random, SIMPLE, 5);
            CostShares shares = CostSharing.share(input);
            CostItem item = input.items().get(0);
            long amount = item.amount().minor();
            long sum = 0;
            BigFraction exactSum = BigFraction.ZERO;
            for (ItemShare posting : shares.postings()) {
                long cents = posting.posted().minor();
                sum += cents;
                exactSum = exactSum.add(posting.exact());
                assertThat(posting.exact().subtract(cents).abs()).isLessThan(BigFraction.ONE);
                assertThat(Long.signum(cents) * Long.signum(amount)).isNotNegative();
                assertThat(posting.weight().signum() == 0 && cents != 0).isFalse();
            }
            assertThat(sum).isEqualTo(amount);
            assertThat(exactSum).isEqualTo(BigFraction.of(amount));
            if (round % 10 == 0) {
                assertThat(CostSharing.share(shuffled(input, random)).totals()).isEqualTo(shares.totals());
                CostInput credit = input.with(List.of(item.of(item.amount().negated())));
                shares.totals()
                        .forEach((party, money) -> assertThat(
                                        CostSharing.share(credit).totals().get(party))
                                .isEqualTo(money.negated()));
                Locale language = LANGUAGES[round / 10 % LANGUAGES.length];
                for (ItemShare posting : shares.postings()) {
                    assertThat(posting.sentence(language))
                            .isEqualTo(posting.reason().in(language));
                }
            }
        }
    }

    @Test
    void every_key_agrees_with_its_definition() {
        Random random = new Random(20_140_319);
        for (int round = 0; round < 6_000; round++) {
            CostInput input = flight(random, round % 3 == 0 ? BY_ROUTE : SIMPLE, 5);
            Map<Party, BigFraction> expected = byDefinition(input);
            for (ItemShare posting : CostSharing.share(input).postings()) {
                assertThat(posting.exact())
                        .as("%s of %s", posting.item().key(), posting.party())
                        .isEqualTo(expected.get(posting.party()));
            }
        }
    }

    @Test
    void every_key_that_looks_at_smaller_groups_agrees_with_its_definition() {
        Random random = new Random(20_150_611);
        Map<Key, Integer> tried = new HashMap<>();
        for (int round = 0; round < 9_000; round++) {
            CostInput input = measuredBy(
                    flight(random, BY_GROUPS, 5), random.nextBoolean() ? GroupCostBasis.LEGS : GroupCostBasis.ROUTE);
            CostItem item = input.items().get(0);
            if (item.sharers().size() == 1 || item.amount().isZero()) {
                continue;
            }
            List<BigFraction> km = kilometresOfGroups(input);
            List<ItemShare> postings = CostSharing.share(input).postings();
            BigFraction perKm = km.get(km.size() - 1)
                    .reciprocal()
                    .multiply(BigInteger.valueOf(item.amount().minor()));
            List<BigFraction> shares = postings.stream()
                    .map(posting -> posting.exact().divide(perKm))
                    .toList();
            BigFraction alone = BigFraction.ZERO;
            for (int i = 0; i < shares.size(); i++) {
                alone = alone.add(km.get(1 << i));
            }
            boolean aloneIsMost = alone.compareTo(km.get(km.size() - 1)) >= 0;
            switch (item.key()) {
                case NUCLEOLUS ->
                    assertThat(Kohlberg.accepts(km, shares, false, aloneIsMost)).isTrue();
                case PER_CAPITA_NUCLEOLUS ->
                    assertThat(Kohlberg.accepts(km, shares, true, false)).isTrue();
                default -> requireRemainingBenefits(km, shares);
            }
            tried.merge(item.key(), 1, Integer::sum);
        }
        assertThat(tried)
                .hasSize(3)
                .allSatisfy((key, times) -> assertThat(times).isGreaterThan(1_000));
    }

    /** What every group of the sharers would fly: its own legs, or the route without the stops it does not need. */
    private static List<BigFraction> kilometresOfGroups(CostInput input) {
        List<Party> sharers = new ArrayList<>(input.items().get(0).sharers());
        List<BigFraction> km = new ArrayList<>();
        for (int mask = 0; mask < 1 << sharers.size(); mask++) {
            Set<Party> group = new TreeSet<>();
            for (int i = 0; i < sharers.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    group.add(sharers.get(i));
                }
            }
            long legs = input.route().legs().stream()
                    .filter(leg -> leg.aboard().stream().anyMatch(group::contains))
                    .mapToLong(Leg::km)
                    .sum();
            km.add(BigFraction.of(input.yardstick() == GroupCostBasis.LEGS ? legs : flown(input.route(), group)));
        }
        return km;
    }

    /** What each saves against flying alone is the same part of what it could save at most. */
    private static void requireRemainingBenefits(List<BigFraction> km, List<BigFraction> shares) {
        int all = km.size() - 1;
        BigFraction saved = BigFraction.ZERO;
        BigFraction atMost = BigFraction.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            saved = saved.add(km.get(1 << i).subtract(shares.get(i)));
            atMost = atMost.add(km.get(1 << i).subtract(km.get(all)).add(km.get(all ^ 1 << i)));
        }
        for (int i = 0; i < shares.size(); i++) {
            BigFraction own = km.get(1 << i).subtract(shares.get(i));
            BigFraction ownAtMost = km.get(1 << i).subtract(km.get(all)).add(km.get(all ^ 1 << i));
            assertThat(own.multiply(atMost)).isEqualTo(ownAtMost.multiply(saved));
        }
    }

    /** Each leg has one party more aboard: the least common multiple of their seats needs far more than 64 bits. */
    @Test
    void long_routes_are_shared_exactly_too() {
        List<Participant> participants = new ArrayList<>();
        List<Stop> stops = new ArrayList<>(List.of(base("S")));
        List<Leg> legs = new ArrayList<>();
        Set<Party> aboard = new TreeSet<>();
        for (int i = 0; i < 26; i++) {
            Party party = new Party("A" + (char) ('A' + i));
            participants.add(Participant.committed(party, new Seats(1 + (i * 37) % 41, 100 + i, 0, 0, 0, 0)));
            aboard.add(party);
            stops.add(base("S" + i));
            legs.add(new Leg(100 + i, aboard));
        }
        for (int parties : new int[] {2, 5, 9, 26}) {
            Set<Party> sharers = new TreeSet<>(new ArrayList<>(aboard).subList(0, parties));
            CostInput input = CostInput.of(
                    participants,
                    new SharedRoute(stops, legs, List.of()),
                    List.of(CostItem.common(
                            1,
                            "charter",
                            CostCategory.OTHER,
                            Money.euro(987_654_321_012L),
                            new Party("AA"),
                            sharers,
                            Key.DEFAULT)));
            Map<Party, BigFraction> expected = byDefinition(input);
            CostSharing.share(input)
                    .postings()
                    .forEach(posting -> assertThat(posting.exact()).isEqualTo(expected.get(posting.party())));
        }
    }

    @Test
    void one_more_state_aboard_never_raises_a_leg_share() {
        Random random = new Random(20_151_119);
        Key[] legs = {Key.LEG_SHARE_BY_SEATS, Key.LEG_SHARE_BY_RETURNEES, Key.LEG_SHARE_BY_STATE};
        for (int round = 0; round < 2_000; round++) {
            CostInput input = flight(random, legs, 5);
            CostItem item = input.items().get(0);
            CostInput cost =
                    input.with(List.of(item.of(Money.euro(Math.abs(item.amount().minor())))));
            assertThat(CostSharing.share(cost).guarantees())
                    .allSatisfy(guarantee -> assertThat(guarantee.verdict()).isEqualTo(Guarantee.Verdict.KEPT));
        }
    }

    @Test
    void items_add_up_whatever_the_keys() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            CostInput one = flight(random, SIMPLE, 5);
            List<CostItem> items = new ArrayList<>();
            Map<Party, Long> apart = new TreeMap<>();
            for (int i = 0; i < 6; i++) {
                CostItem item = one.items().get(0);
                CostItem next = new CostItem(
                        i + 1,
                        "item",
                        CostCategory.OTHER,
                        Money.euro(random.nextInt(1_000_000)),
                        item.payer(),
                        item.sharers(),
                        item.key(),
                        item.customWeights(),
                        Map.of(),
                        null);
                items.add(i % 2 == 0 ? next : next.by(Key.EQUAL));
            }
            for (CostItem item : items) {
                CostSharing.share(one.with(List.of(item)))
                        .totals()
                        .forEach((party, money) -> apart.merge(party, money.minor(), Long::sum));
            }
            CostShares together = CostSharing.share(one.with(items));
            together.totals()
                    .forEach((party, money) -> assertThat(money.minor()).isEqualTo(apart.get(party)));
        }
    }

    private static CostInput flight(Random random, Key[] keys, int mostParties) {
        int n = 1 + random.nextInt(mostParties);
        List<Participant> participants = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        Map<Party, Long> weights = new HashMap<>();
        Set<Party> all = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            Party party = new Party("A" + (char) ('A' + i));
            all.add(party);
            Seats committed = new Seats(1 + random.nextInt(40), random.nextInt(60), random.nextInt(3), 0, 0, 0);
            participants.add(new Participant(party, committed, Seats.NONE));
            quotes.add(quoteOf(party, Money.euro(1 + random.nextInt(1_000_000))));
            weights.put(party, 1L + random.nextInt(100));
        }
        int m = 1 + random.nextInt(4);
        List<Stop> stops = new ArrayList<>(List.of(base("S0")));
        List<Leg> legs = new ArrayList<>();
        List<Shortcut> shortcuts = new ArrayList<>();
        for (int to = 1; to <= m; to++) {
            stops.add(to == m ? base("S" + to) : new Stop("S" + to, some(all, random)));
            legs.add(new Leg(100 + random.nextInt(900), to == m ? all : some(all, random)));
            for (int from = 0; from < to - 1; from++) {
                // Between the sides of a triangle, so that no stop comes cheaper than none.
                shortcuts.add(new Shortcut(from, to, 100 + random.nextInt(100)));
            }
        }
        Set<Party> sharers = some(all, random);
        Key key = keys[random.nextInt(keys.length)];
        weights.keySet().retainAll(sharers);
        CostItem item = new CostItem(
                1,
                "charter",
                CostCategory.OTHER,
                Money.euro(random.nextLong() >> (8 + random.nextInt(48))),
                participants.get(0).party(),
                sharers,
                key,
                key == Key.CUSTOM ? weights : Map.of(),
                Map.of(),
                null);
        return new CostInput(
                1,
                participants,
                new SharedRoute(stops, legs, shortcuts),
                List.of(item),
                Withdrawals.COMMITTED,
                quotes,
                GroupCostBasis.LEGS);
    }

    private static Set<Party> some(Set<Party> all, Random random) {
        List<Party> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, 1 + random.nextInt(all.size())));
    }

    private static CostInput shuffled(CostInput input, Random random) {
        List<Participant> participants = new ArrayList<>(input.participants());
        Collections.shuffle(participants, random);
        List<Quote> quotes = new ArrayList<>(input.quotes());
        Collections.shuffle(quotes, random);
        return new CostInput(
                1, participants, input.route(), input.items(), input.withdrawals(), quotes, input.yardstick());
    }

    /** The formulas of the table of methods, one after the other. */
    private static Map<Party, BigFraction> byDefinition(CostInput input) {
        CostItem item = input.items().get(0);
        BigFraction amount = BigFraction.of(item.amount().minor());
        List<Party> sharers = new ArrayList<>(item.sharers());
        Map<Party, BigFraction> shares = new HashMap<>();
        if (sharers.size() == 1) {
            shares.put(sharers.get(0), amount);
            return shares;
        }
        SharedRoute route = input.route();
        Map<Party, Long> weights = new HashMap<>();
        for (Participant participant : input.participants()) {
            Seats seats = participant.committed();
            weights.put(
                    participant.party(),
                    switch (item.key()) {
                        case PER_RETURNEE, LEG_SHARE_BY_RETURNEES, ROUTE_SHAPLEY_BY_RETURNEES ->
                            (long) seats.returnees();
                        case PER_SEAT, SEAT_KILOMETRE, LEG_SHARE_BY_SEATS, ROUTE_SHAPLEY_BY_SEATS ->
                            (long) seats.total();
                        case CUSTOM -> item.customWeights().getOrDefault(participant.party(), 0L);
                        default -> 1L;
                    });
        }
        switch (item.key()) {
            case LEG_SHARE_BY_SEATS, LEG_SHARE_BY_RETURNEES, LEG_SHARE_BY_STATE -> {
                long flown = 0;
                for (Leg leg : route.legs()) {
                    flown += sharers.stream().anyMatch(leg.aboard()::contains) ? leg.km() : 0;
                }
                for (Leg leg : route.legs()) {
                    List<Party> aboard =
                            sharers.stream().filter(leg.aboard()::contains).toList();
                    long total = aboard.stream().mapToLong(weights::get).sum();
                    for (Party party : aboard) {
                        shares.merge(
                                party,
                                amount.multiply(leg.km())
                                        .divide(BigInteger.valueOf(flown))
                                        .multiply(BigFraction.of(
                                                BigInteger.valueOf(weights.get(party)), BigInteger.valueOf(total))),
                                BigFraction::add);
                    }
                }
                sharers.forEach(party -> shares.putIfAbsent(party, BigFraction.ZERO));
                return shares;
            }
            case ROUTE_SHAPLEY, ROUTE_SHAPLEY_BY_SEATS, ROUTE_SHAPLEY_BY_RETURNEES -> {
                Map<Party, BigFraction> km = inRandomOrder(route, sharers, weights);
                BigFraction total = km.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
                km.forEach(
                        (party, part) -> shares.put(party, amount.multiply(part).divide(total)));
                return shares;
            }
            case SEAT_KILOMETRE ->
                sharers.forEach(party -> weights.compute(
                        party,
                        (same, seats) -> seats
                                * route.legs().stream()
                                        .filter(leg -> leg.aboard().contains(party))
                                        .mapToLong(Leg::km)
                                        .sum()));
            case STAND_ALONE ->
                input.quotes()
                        .forEach(quote -> weights.put(
                                quote.parties().iterator().next(), quote.cost().minor()));
            default -> {}
        }
        long total = sharers.stream().mapToLong(weights::get).sum();
        for (Party party : sharers) {
            shares.put(
                    party,
                    amount.multiply(BigFraction.of(BigInteger.valueOf(weights.get(party)), BigInteger.valueOf(total))));
        }
        return shares;
    }

    /**
     * The weighted Shapley value from its definition (Kalai and Samet, dual form): orders are drawn from the front, each
     * next party with a chance in proportion to its weight among those still to come; everybody pays what coming adds.
     */
    private static Map<Party, BigFraction> inRandomOrder(
            SharedRoute route, List<Party> sharers, Map<Party, Long> weights) {
        Map<Party, BigFraction> value = new HashMap<>();
        sharers.forEach(party -> value.put(party, BigFraction.ZERO));
        draw(route, sharers, new TreeSet<>(), BigFraction.ONE, weights, value);
        return value;
    }

    private static void draw(
            SharedRoute route,
            List<Party> sharers,
            Set<Party> come,
            BigFraction chance,
            Map<Party, Long> weights,
            Map<Party, BigFraction> value) {
        long left = sharers.stream()
                .filter(party -> !come.contains(party))
                .mapToLong(weights::get)
                .sum();
        for (Party party : sharers) {
            if (come.contains(party)) {
                continue;
            }
            BigFraction drawn =
                    chance.multiply(BigFraction.of(BigInteger.valueOf(weights.get(party)), BigInteger.valueOf(left)));
            Set<Party> with = new TreeSet<>(come);
            with.add(party);
            long added = flown(route, with) - flown(route, come);
            value.merge(party, drawn.multiply(BigInteger.valueOf(added)), BigFraction::add);
            draw(route, sharers, with, drawn, weights, value);
        }
    }

    private static long flown(SharedRoute route, Set<Party> group) {
        if (group.isEmpty()) {
            return 0;
        }
        long km = 0;
        int last = 0;
        for (int stop = 1; stop < route.stops().size(); stop++) {
            Set<Party> needed = route.stops().get(stop).neededBy();
            if (needed.isEmpty() || needed.stream().anyMatch(group::contains)) {
                km += distance(route, last, stop);
                last = stop;
            }
        }
        return km;
    }

    private static int distance(SharedRoute route, int from, int to) {
        return to == from + 1
                ? route.legs().get(from).km()
                : route.shortcuts().stream()
                        .filter(shortcut -> shortcut.from() == from && shortcut.to() == to)
                        .findFirst()
                        .orElseThrow()
                        .km();
    }

    @Test
    void definitions_of_the_test_add_up_themselves() {
        CostInput input = flight(new Random(1), BY_ROUTE, 5);
        BigFraction sum = byDefinition(input).values().stream().reduce(BigFraction.ZERO, BigFraction::add);
        assertThat(sum).isEqualTo(BigFraction.of(input.items().get(0).amount().minor()));
        assertThat(Arrays.stream(Key.values()).filter(key -> key.measure() != null))
                .hasSize(10);
    }
}
