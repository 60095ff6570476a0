package org.jointflights.domain.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Which claims a seed draws. */
class PopulationTest {

    private static final Population FIVE = new Population(List.of(
            claim(20, "JRO-2027-0003", "GB", 1_234_567),
            claim(3, "JRO-2027-0001", "FR", 10_000_000),
            claim(15, "JRO-2027-0003", "ES", 4_000_000),
            claim(7, "JRO-2027-0001", "GB", 250_000),
            claim(12, "JRO-2027-0002", "FR", 99)));

    /** Worked out by a program in another language, from what {@code docs/cost-methods.md} says alone. */
    @Test
    void whoever_has_the_claims_and_the_seed_draws_the_same_ones() {
        assertThat(FIVE.hash()).isEqualTo("d8aaf5898750b0310a0148569d9741c801d972fae3a3f08337199316b727235f");
        assertThat(FIVE.total()).isEqualTo(Money.euro(15_484_666));
        assertThat(hits(FIVE.draw("07-11-23-42", 6))).isEqualTo(Map.of(3L, 4, 15L, 2));
        assertThat(FIVE.draw("07-11-23-42", 6)).isEqualTo(FIVE.draw("07-11-23-42", 6));
    }

    @Test
    void every_unit_lies_in_one_claim_and_a_claim_larger_than_the_interval_is_always_drawn() {
        Random chance = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<CertifiedAmount> claims = new ArrayList<>();
            for (int number = 1; number <= 1 + chance.nextInt(30); number++) {
                claims.add(claim(number, "JRO-2027-0001", "FR", 1 + chance.nextInt(round % 2 == 0 ? 5 : 1_000_000)));
            }
            Population population = new Population(claims);
            int draws = 1 + chance.nextInt(40);
            Map<Long, Integer> hits = hits(population.draw("seed" + round, draws));
            long total = population.total().minor();

            assertThat(hits.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(draws);
            for (CertifiedAmount amount : claims) {
                long whole = amount.eligible().minor() * draws / total;
                assertThat((long) hits.getOrDefault(amount.claim(), 0)).isBetween(whole, whole + 1);
            }
        }
    }

    @Test
    void a_claim_is_as_likely_as_it_is_large() {
        Population two =
                new Population(List.of(claim(1, "JRO-2027-0001", "FR", 3_000), claim(2, "JRO-2027-0001", "GB", 1_000)));
        int first = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            first += hits(two.draw("s" + seed, 1)).containsKey(1L) ? 1 : 0;
        }
        assertThat(first).isBetween(2_880, 3_120);
    }

    @Test
    void one_cent_more_is_another_population() {
        List<CertifiedAmount> other = new ArrayList<>(FIVE.claims());
        other.set(0, claim(3, "JRO-2027-0001", "FR", 10_000_001));

        assertThat(new Population(other).hash()).isNotEqualTo(FIVE.hash());
    }

    @Test
    void of_nothing_nothing_is_drawn() {
        assertThatThrownBy(() -> new Population(List.of()).draw("seed", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to draw");
        assertThatThrownBy(() -> FIVE.draw("seed", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to draw");
    }

    private static Map<Long, Integer> hits(List<DrawnClaim> drawn) {
        return drawn.stream()
                .collect(Collectors.toMap(one -> one.amount().claim(), DrawnClaim::draws, Integer::sum, TreeMap::new));
    }

    private static CertifiedAmount claim(long id, String flight, String party, long cents) {
        return new CertifiedAmount(id, new OperationReference(flight), new Party(party), Money.euro(cents));
    }
}
