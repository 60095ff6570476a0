package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atLeast;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** What is said of shares that floors and caps bent: whoever reads it alone has to come to the same figure. */
class LimitedSharesTest {

    private static final List<String> CODES = List.of("AT", "BE", "DE", "FR", "GB", "SE");

    private static final String AMOUNT = "([0-9][0-9,.\u202f]*)[ \u00a0]EUR";
    private static final Pattern WHOLE = Pattern.compile("[”»] \\(" + AMOUNT + "\\)");
    private static final Pattern HELD =
            Pattern.compile("([A-Z]{2}) (?:pays its|paie son) (cap|plafond|floor|plancher), " + AMOUNT);
    private static final Pattern PRODUCT = Pattern.compile(AMOUNT + " × ([0-9]+)/([0-9]+)");
    private static final Pattern LEG =
            Pattern.compile("([0-9]+)/([0-9]+) (?:of the kilometres|des kilomètres) × ([0-9]+)/([0-9]+)");
    private static final Pattern NO_REST = Pattern.compile("(?:The rest here|Le reste ici), 0 ");

    private static List<String> sentences(CostInput input) {
        return CostSharing.share(input).postings().stream()
                .map(share -> share.sentence(Locale.ENGLISH))
                .toList();
    }

    /** Three by equal agreed weights, one of them capped: what the others bear is not a third of it. */
    @Test
    void what_a_cap_leaves_to_the_others_is_said_to_each_of_them() {
        CostItem charter = within(
                weighted(
                        item("charter", 10_001, Key.EQUAL, "AT", "AT", "BE", "FR"),
                        Map.of(party("AT"), 1L, party("BE"), 1L, party("FR"), 1L)),
                Map.of(party("AT"), atMost(Money.euro(1_000))));
        List<String> said = sentences(CostInput.of(returning("AT", 1, "BE", 1, "FR", 1), null, List.of(charter)));

        assertThat(said)
                .containsExactly(
                        "AT pays 10.00 EUR of “1 charter” (100.01 EUR), shared by agreed weights among AT, BE, FR within floors and"
                                + " caps: AT pays its cap, 10.00 EUR. The others bear the 90.01 EUR that are left by weight; at"
                                + " their rate it would pay 90.01 EUR × 1/2, which is above its cap.",
                        "BE pays 45.01 EUR of “1 charter” (100.01 EUR), shared by agreed weights among AT, BE, FR within floors and"
                                + " caps: AT pays its cap, 10.00 EUR. The others bear the 90.01 EUR that are left by weight:"
                                + " 90.01 EUR × 1/2 = 45.00 EUR + 1/2 × 0.01 EUR. Rounding down leaves 1 × 0.01 EUR of the item for the"
                                + " largest rests, one each. The rest here, 1/2 × 0.01 EUR, ranks 1: it gets one.",
                        "FR pays 45.00 EUR of “1 charter” (100.01 EUR), shared by agreed weights among AT, BE, FR within floors and"
                                + " caps: AT pays its cap, 10.00 EUR. The others bear the 90.01 EUR that are left by weight:"
                                + " 90.01 EUR × 1/2 = 45.00 EUR + 1/2 × 0.01 EUR. Rounding down leaves 1 × 0.01 EUR of the item for the"
                                + " largest rests, one each. The rest here, 1/2 × 0.01 EUR, ranks 2: it gets none.");
    }

    /** A floor that asks no more than the key does, and a cap that spares nothing, bind nobody. */
    @Test
    void only_what_holds_a_share_away_from_the_key_binds() {
        CostItem charter = within(
                item("charter", 10_000, Key.PER_RETURNEE, "AT", "AT", "BE", "FR"),
                Map.of(
                        party("AT"), atMost(Money.euro(3_000)),
                        party("BE"), atLeast(Money.euro(1_000)),
                        party("FR"), atMost(Money.euro(9_000))));
        List<BindingLimit> binding = CostSharing.share(
                        CostInput.of(returning("AT", 5, "BE", 3, "FR", 2), null, List.of(charter)))
                .bindingLimits();

        assertThat(binding).hasSize(1);
        assertThat(binding.get(0).party()).isEqualTo(party("AT"));
        assertThat(binding.get(0).byKey()).isEqualTo(Money.euro(5_000));
        assertThat(binding.get(0).words().in(Locale.FRENCH))
                .isEqualTo(
                        "AT paie son plafond de 30,00\u00a0EUR pour «\u00a01 charter\u00a0»\u00a0; par la clé seule, la part serait"
                                + " de 50,00\u00a0EUR, et les autres supportent la différence.");
        CostItem loose = within(charter, Map.of(party("AT"), atMost(Money.euro(5_000))));
        assertThat(CostSharing.share(CostInput.of(returning("AT", 5, "BE", 3, "FR", 2), null, List.of(loose)))
                        .bindingLimits())
                .isEmpty();
    }

    /** The legs would make 2/10 of the whole of it; the cap and the floor of the others make it 2/2 of what they leave. */
    @Test
    void legs_that_do_not_give_the_share_are_not_counted_up() {
        CostItem charter = within(
                item("charter", 100_001, Key.LEG_SHARE_BY_RETURNEES, "AT", "AT", "BE", "FR"),
                Map.of(party("AT"), atMost(Money.euro(10_000)), party("BE"), atLeast(Money.euro(60_000))));
        ItemShare france = CostSharing.share(CostInput.of(
                        returning("AT", 5, "BE", 3, "FR", 2),
                        route(Set.of("AT", "BE", "FR"), List.of("AT", "BE", "FR")),
                        List.of(charter)))
                .postings()
                .get(2);

        assertThat(france.legs()).isEmpty();
        assertThat(france.sentence(Locale.ENGLISH))
                .endsWith(
                        "AT pays its cap, 100.00 EUR, BE pays its floor, 600.00 EUR. The others bear the 300.01 EUR that are"
                                + " left by weight: 300.01 EUR × 2/2 = 300.01 EUR.");
        assertThat(france.sentence(Locale.FRENCH))
                .endsWith(
                        "AT paie son plafond, 100,00\u00a0EUR, BE paie son plancher, 600,00\u00a0EUR. Les autres supportent le"
                                + " reste de 300,01\u00a0EUR selon leur pondération\u00a0: 300,01\u00a0EUR × 2/2 = 300,01\u00a0EUR.");
    }

    @Test
    void who_bears_what_the_caps_of_all_with_weight_leave_is_said() {
        CostItem charter = within(
                item("charter", 1_001, Key.PER_RETURNEE, "GB", "AT", "BE", "FR", "GB"),
                Map.of(party("FR"), atMost(Money.euro(300)), party("GB"), atMost(Money.euro(300))));
        List<String> said =
                sentences(CostInput.of(returning("AT", 0, "BE", 0, "FR", 1, "GB", 1), null, List.of(charter)));

        assertThat(said.get(0))
                .contains(
                        "FR pays its cap, 3.00 EUR, GB pays its cap, 3.00 EUR. All who weigh something pay their caps; the"
                                + " 4.01 EUR that are left are borne in equal parts by those who weigh nothing:"
                                + " 4.01 EUR × 1/2 = 2.00 EUR + 1/2 × 0.01 EUR.");
        assertThat(said.get(2)).endsWith("borne in equal parts by those who weigh nothing.");
    }

    /** Some thousand items of all kinds, in both languages; whether a share is a limit's or the rest's is read off, too. */
    @Test
    void every_share_can_be_worked_out_again_from_its_sentence_alone() {
        Random random = new Random(12);
        Map<String, Integer> seen = new TreeMap<>();
        for (int round = 0; round < 1_500; round++) {
            CostInput input = input(random);
            CostItem item = input.items().get(0);
            for (ItemShare share : CostSharing.share(input).postings()) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                    String said = share.sentence(language);
                    assertThat(byHand(said, share.party().code(), seen))
                            .as(said)
                            .isEqualTo(share.exact());
                    assertThat(said).doesNotContainPattern(NO_REST);
                }
                assertThat(BigFraction.of(share.weight(), share.totalWeight())
                                .multiply(BigFraction.of(item.amount().minor())))
                        .as("what stands beside it in the accounts")
                        .isEqualTo(share.exact());
            }
        }
        assertThat(seen.keySet()).containsExactly("cap", "floor", "legs", "plafond", "plain", "plancher", "rest");
        assertThat(seen.values()).allMatch(times -> times > 200);
    }

    private static BigFraction byHand(String said, String party, Map<String, Integer> seen) {
        BigFraction left = find(WHOLE, said).map(whole -> cents(whole.group(1))).orElseThrow();
        BigFraction own = null;
        boolean bent = false;
        boolean capped = false;
        Matcher held = HELD.matcher(said);
        while (held.find()) {
            bent = true;
            BigFraction amount = cents(held.group(3));
            left = left.subtract(amount);
            if (held.group(1).equals(party)) {
                own = amount;
                capped = Set.of("cap", "plafond").contains(held.group(2));
                seen.merge(held.group(2), 1, Integer::sum);
            }
        }
        Matcher product = PRODUCT.matcher(said);
        BigFraction byWeight = null;
        if (product.find() && Long.parseLong(product.group(3)) > 0) {
            assertThat(cents(product.group(1))).as(said).isEqualTo(left);
            byWeight =
                    left.multiply(BigFraction.of(Long.parseLong(product.group(2)), Long.parseLong(product.group(3))));
        }
        if (own != null) {
            // A limit is named only where it binds, and that is to be seen.
            assertThat(byWeight == null || byWeight.compareTo(own) == (capped ? 1 : -1))
                    .as(said)
                    .isTrue();
            return own;
        }
        Matcher leg = LEG.matcher(said);
        BigFraction byLegs = BigFraction.ZERO;
        boolean legs = false;
        while (leg.find()) {
            legs = true;
            byLegs = byLegs.add(BigFraction.of(Long.parseLong(leg.group(1)), Long.parseLong(leg.group(2)))
                    .multiply(BigFraction.of(Long.parseLong(leg.group(3)), Long.parseLong(leg.group(4)))));
        }
        assertThat(legs && bent).as(said).isFalse();
        if (legs) {
            assertThat(left.multiply(byLegs)).as(said).isEqualTo(byWeight);
        }
        seen.merge(bent ? "rest" : legs ? "legs" : "plain", 1, Integer::sum);
        return Objects.requireNonNull(byWeight, said);
    }

    private static Optional<Matcher> find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found) : Optional.empty();
    }

    private static BigFraction cents(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return BigFraction.of(new BigDecimal(digits).toBigIntegerExact());
    }

    private static CostInput input(Random random) {
        int n = 2 + random.nextInt(CODES.size() - 1);
        List<String> codes = CODES.subList(0, n);
        List<Object> returnees = new ArrayList<>();
        for (String code : codes) {
            returnees.add(code);
            returnees.add(code.equals("AT") ? 1 + random.nextInt(9) : random.nextInt(6));
        }
        long cents = 1L + random.nextInt(3_000_000);
        Key key =
                List.of(Key.PER_RETURNEE, Key.LEG_SHARE_BY_RETURNEES, Key.EQUAL).get(random.nextInt(3));
        CostItem item = item("charter", cents, key, "AT", codes.toArray(String[]::new));
        if (key == Key.EQUAL && random.nextBoolean()) {
            Map<Party, Long> weights = new TreeMap<>();
            codes.forEach(code -> weights.put(party(code), 1L + random.nextInt(50)));
            item = weighted(item, weights);
        }
        Set<String> aboard = new TreeSet<>(codes.subList(random.nextInt(n), n));
        aboard.add("AT");
        return CostInput.of(
                returning(returnees.toArray()),
                route(aboard, codes),
                List.of(within(item, limits(random, codes, cents))));
    }

    /** Floors of less than the whole; caps of one, of some, or of so many that those who weigh nothing bear a part. */
    private static Map<Party, Limit> limits(Random random, List<String> codes, long cents) {
        Map<Party, Limit> limits = new TreeMap<>();
        long capped = 0;
        for (String code : codes) {
            long floor = random.nextInt(3) == 0 ? random.nextLong(1 + cents / codes.size()) : 0;
            boolean hasCap = random.nextBoolean();
            long cap = floor + random.nextLong(1 + cents / 2);
            if (hasCap || floor > 0) {
                limits.put(
                        party(code),
                        hasCap ? new Limit(Money.euro(floor), Money.euro(cap)) : atLeast(Money.euro(floor)));
            }
            capped += hasCap ? cap : cents;
        }
        if (capped < cents) {
            limits.remove(party(codes.get(codes.size() - 1)));
        }
        return limits;
    }

    /** Two legs: on the first some are aboard, on the second all. */
    private static SharedRoute route(Set<String> firstAboard, List<String> all) {
        return new SharedRoute(
                List.of(Flights.base("VIE"), Flights.base("STN"), Flights.base("TIA")),
                List.of(
                        new SharedRoute.Leg(300, Flights.parties(firstAboard.toArray(String[]::new))),
                        new SharedRoute.Leg(700, Flights.parties(all.toArray(String[]::new)))),
                List.of());
    }
}
