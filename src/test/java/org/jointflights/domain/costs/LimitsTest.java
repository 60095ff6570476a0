package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
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
    void who_weighs_nothing_pays_the_floor_and_no_more() {
        List<Participant> participants = returning("BE", 0, "FR", 1, "GB", 1);
        CostItem charter = within(
                item("charter", 1_000, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"),
                Map.of(party("BE"), atLeast(Money.euro(101))));
        assertThat(share(CostInput.of(participants, null, List.of(charter)), "charter"))
                .containsExactly(101L, 450L, 449L);
        CostItem capped = within(
                charter,
                Map.of(
                        party("FR"), atMost(Money.euro(400)),
                        party("GB"), atMost(Money.euro(400))));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CostSharing.share(CostInput.of(participants, null, List.of(capped))))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("costs.caps.belowTotal"));
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
            BigFraction[] shares = WaterFilling.fill(amount, by, floors, caps);
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
}
