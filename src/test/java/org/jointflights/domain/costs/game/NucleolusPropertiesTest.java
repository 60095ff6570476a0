package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class NucleolusPropertiesTest {

    @Test
    void both_nucleoli_pass_kohlbergs_test_and_nothing_near_them_does() {
        Random random = new Random(68);
        int bounded = 0;
        for (int round = 0; round < 2_000; round++) {
            int players = 2 + random.nextInt(5);
            CoalitionGame game = switch (round % 4) {
                case 0 -> Games.randomTable(random, players);
                case 1 -> Games.randomConcave(random, players);
                case 2 -> Games.randomRoute(random, players, 2 + random.nextInt(5));
                default -> Games.randomLegs(random, players, 1 + random.nextInt(6));
            };
            List<BigFraction> costs = new ArrayList<>();
            LongStream.range(0, 1L << players).forEach(group -> costs.add(game.cost(group)));
            BigFraction alone = BigFraction.ZERO;
            for (int player = 0; player < players; player++) {
                alone = alone.add(game.standAlone(player));
            }
            boolean aloneIsMost = alone.compareTo(game.total()) >= 0;
            bounded += aloneIsMost ? 1 : 0;
            List<BigFraction> nucleolus = Nucleolus.of(game);
            List<BigFraction> perCapita = Nucleolus.perCapita(game);

            assertThat(Kohlberg.accepts(costs, nucleolus, false, aloneIsMost)).isTrue();
            assertThat(Kohlberg.accepts(costs, perCapita, true, false)).isTrue();
            int gaining = random.nextInt(players);
            int losing = (gaining + 1 + random.nextInt(players - 1)) % players;
            BigFraction little = BigFraction.of(1, 1 + random.nextInt(1_000));
            assertThat(Kohlberg.accepts(costs, moved(nucleolus, gaining, losing, little), false, aloneIsMost))
                    .isFalse();
            assertThat(Kohlberg.accepts(costs, moved(perCapita, gaining, losing, little), true, false))
                    .isFalse();
        }
        assertThat(bounded).isBetween(1_000, 1_980);
    }

    private static List<BigFraction> moved(List<BigFraction> shares, int from, int to, BigFraction amount) {
        List<BigFraction> moved = new ArrayList<>(shares);
        moved.set(from, moved.get(from).subtract(amount));
        moved.set(to, moved.get(to).add(amount));
        return moved;
    }
}
