package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atLeast;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.share;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final List<Participant> THREE = returning("BE", 1, "FR", 2, "GB", 3);

    private static List<Long> shared(long cents, Map<Party, Limit> limits) {
        CostItem charter = within(item("charter", cents, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"), limits);
        return share(CostInput.of(THREE, null, List.of(charter)), "charter");
    }

    @Test
    void what_a_cap_spares_one_party_the_others_pay_by_their_weights() {
        assertThat(shared(600, Map.of(party("GB"), atMost(Money.euro(150))))).containsExactly(150L, 300L, 150L);
    }

    @Test
    void what_a_floor_asks_of_one_party_the_others_are_spared() {
        assertThat(shared(600, Map.of(party("BE"), atLeast(Money.euro(225))))).containsExactly(225L, 150L, 225L);
    }

    @Test
    void limits_that_do_not_bind_change_nothing() {
        Limit wide = new Limit(Money.euro(0), Money.euro(10_000));
        assertThat(shared(1_000, Map.of(party("BE"), wide, party("FR"), wide))).isEqualTo(shared(1_000, Map.of()));
    }

    @Test
    void limits_that_are_just_met_leave_no_choice() {
        Map<Party, Limit> caps = Map.of(
                party("BE"), atMost(Money.euro(100)),
                party("FR"), atMost(Money.euro(100)),
                party("GB"), atMost(Money.euro(100)));
        assertThat(shared(300, caps)).containsExactly(100L, 100L, 100L);
        Map<Party, Limit> floors = Map.of(
                party("BE"), atLeast(Money.euro(100)),
                party("FR"), atLeast(Money.euro(100)),
                party("GB"), atLeast(Money.euro(100)));
        assertThat(shared(300, floors)).containsExactly(100L, 100L, 100L);
    }

    @Test
    void who_weighs_nothing_pays_the_floor_and_no_more_while_the_others_reach_the_amount() {
        List<Participant> participants = returning("BE", 0, "FR", 1, "GB", 1);
        CostItem charter = within(
                item("charter", 1_000, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"),
                Map.of(party("BE"), atLeast(Money.euro(101))));
        assertThat(share(CostInput.of(participants, null, List.of(charter)), "charter"))
                .containsExactly(101L, 450L, 449L);
    }

    /** Checked by its definition: one rate for all, clamped, and the whole adds up. */
    @Test
    void one_rate_fits_all_who_are_not_held_by_a_limit() {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            int n = 1 + random.nextInt(6);
            long[] weights = new long[n];
            long[] floors = new long[n];
            long[] caps = new long[n];
            for (int i = 0; i < n; i++) {
                weights[i] = 1L + random.nextInt(9);
                floors[i] = random.nextInt(3) == 0 ? random.nextInt(50) : 0;
                caps[i] = floors[i] + random.nextInt(60);
            }
            long least = Arrays.stream(floors).sum();
            long amount = least + random.nextLong(Arrays.stream(caps).sum() - least + 1);
            Proportions by = Proportions.of(weights);
            BigFraction[] shares = WaterFilling.at(WaterFilling.rate(amount, by, floors, caps), by, floors, caps);
            BigFraction sum = Arrays.stream(shares).reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(sum).isEqualTo(BigFraction.of(amount));
            BigFraction lowest = null;
            BigFraction highest = null;
            for (int i = 0; i < n; i++) {
                BigFraction rate = shares[i].divide(BigInteger.valueOf(weights[i]));
                assertThat(shares[i]).isBetween(BigFraction.of(floors[i]), BigFraction.of(caps[i]));
                // The common rate is at least the rate of whoever is at a cap, and at most that of whoever is at a
                // floor.
                if (!shares[i].equals(BigFraction.of(floors[i]))) {
                    lowest = lowest == null || rate.compareTo(lowest) > 0 ? rate : lowest;
                }
                if (!shares[i].equals(BigFraction.of(caps[i]))) {
                    highest = highest == null || rate.compareTo(highest) < 0 ? rate : highest;
                }
            }
            if (lowest != null && highest != null) {
                assertThat(lowest).isLessThanOrEqualTo(highest);
            }
            long[] cents = LargestRemainder.round(shares, amount, by);
            assertThat(Arrays.stream(cents).sum()).isEqualTo(amount);
            for (int i = 0; i < n; i++) {
                assertThat(cents[i]).isBetween(floors[i], caps[i]);
            }
        }
    }

    /** A grant, a rate or a voucher makes another amount of it: floors and caps rise and fall with it, and always fit. */
    @Test
    void floors_and_caps_follow_the_amount_and_fit_whatever_it_is() {
        CostItem charter = within(
                item("charter", 1_000, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"),
                Map.of(party("BE"), new Limit(Money.euro(101), Money.euro(250)), party("FR"), atMost(Money.euro(333))));
        assertThat(charter.of(Money.euro(500)).limits())
                .isEqualTo(Map.of(
                        party("BE"), new Limit(Money.euro(50), Money.euro(125)), party("FR"), atMost(Money.euro(167))));
        assertThat(charter.of(Money.euro(-500)).limits()).isEmpty();
        Random random = new Random(51);
        for (int round = 0; round < 3_000; round++) {
            long amount = 1L + random.nextInt(5_000);
            Map<Party, Limit> limits = new TreeMap<>();
            for (String code : List.of("BE", "FR", "GB")) {
                long floor = random.nextLong(1 + amount / 3);
                limits.put(
                        party(code),
                        new Limit(
                                Money.euro(floor), Money.euro(Math.max(floor, amount / 3 + 1 + random.nextInt(900)))));
            }
            CostItem agreed = within(item("charter", amount, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"), limits);
            CostItem other = agreed.of(Money.euro(1L + random.nextInt(9_000)));
            List<Participant> participants =
                    returning("BE", random.nextInt(3), "FR", random.nextInt(3), "GB", 1 + random.nextInt(3));
            CostShares shares = CostSharing.share(CostInput.of(participants, null, List.of(other)));
            other.limits()
                    .forEach((party, limit) ->
                            assertThat(shares.totals().get(party)).isBetween(limit.floor(), limit.cap()));
        }
    }

    /** France and the United Kingdom pay no more than 300 each; Belgium returns nobody and bears what is left. */
    @Test
    void what_the_caps_of_all_who_count_leave_over_falls_on_those_without_weight() {
        CostItem charter = within(
                item("charter", 1_000, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"),
                Map.of(party("FR"), atMost(Money.euro(300)), party("GB"), atMost(Money.euro(300))));
        assertThat(share(CostInput.of(returning("BE", 0, "FR", 1, "GB", 1), null, List.of(charter)), "charter"))
                .containsExactly(400L, 300L, 300L);
    }
}
