package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;

class StabilityTest {

    @Test
    void three_pairs_that_fly_for_twelve_bear_eighteen_of_twenty() {
        Stability stability = Stability.of(Games.three(10, 10, 12, 10, 12, 12, 20));
        assertThat(stability).isEqualTo(new Stability(BigFraction.of(2), BigFraction.of(4, 3)));
        assertThat(stability.isPossible()).isFalse();
    }

    @Test
    void where_there_is_a_stable_division_nothing_is_missing() {
        // The nucleolus leaves 47,286 to navigation alone, and to flood control and power together; nobody is left
        // more.
        assertThat(Stability.of(Games.tennesseeValley()))
                .isEqualTo(new Stability(BigFraction.ZERO, BigFraction.of(-47_286)));
        Random random = new Random(91);
        for (int round = 0; round < 50; round++) {
            assertThat(Stability.of(Games.randomLegs(random, 1 + random.nextInt(7), 1 + random.nextInt(8)))
                            .isPossible())
                    .isTrue();
        }
    }

    @Test
    void both_figures_are_those_of_their_programs_written_out() {
        Random random = new Random(92);
        int impossible = 0;
        for (int round = 0; round < 200; round++) {
            int players = 2 + random.nextInt(3);
            CoalitionGame game =
                    round % 2 == 0 ? Games.randomTable(random, players) : Games.randomConcave(random, players);
            Stability stability = Stability.of(game);
            assertThat(stability.missing()).isEqualTo(missing(game));
            assertThat(stability.surcharge()).isEqualTo(surcharge(game));
            assertThat(stability.isPossible())
                    .isEqualTo(Core.strongestObjection(game, Nucleolus.perCapita(game))
                            .isEmpty());
            assertThat(stability.isPossible()).isEqualTo(stability.surcharge().signum() <= 0);
            impossible += stability.isPossible() ? 0 : 1;
        }
        assertThat(impossible).isBetween(40, 180);
    }

    @Test
    void more_parties_than_can_be_looked_through_are_refused() {
        Random random = new Random(93);
        assertThat(Stability.of(Games.randomTable(random, 12)).missing().signum())
                .isNotNegative();
        refusal(BadInput.class, "costs.games.players", () -> Stability.of(new HittingGame(16, List.of())));
    }

    private static BigFraction missing(CoalitionGame game) {
        int players = game.players();
        List<BigFraction[]> rows = new ArrayList<>();
        for (long group = 1; group < 1L << players; group++) {
            rows.add(row(game, group, players));
        }
        return game.total()
                .subtract(DenseSimplex.maximum(
                        rows, Collections.nCopies(players, BigFraction.ONE).toArray(BigFraction[]::new)));
    }

    private static BigFraction surcharge(CoalitionGame game) {
        int players = game.players();
        List<BigFraction[]> rows = new ArrayList<>();
        for (long group = 1; group < (1L << players) - 1; group++) {
            BigFraction[] row = row(game, group, players + 1);
            row[players] = BigFraction.of(-1);
            rows.add(row);
        }
        BigFraction[] all = row(game, (1L << players) - 1, players + 1);
        rows.add(all);
        rows.add(Arrays.stream(all).map(BigFraction::negate).toArray(BigFraction[]::new));
        BigFraction[] least = new BigFraction[players + 1];
        Arrays.fill(least, BigFraction.ZERO);
        least[players] = BigFraction.of(-1);
        return DenseSimplex.maximum(rows, least).negate();
    }

    private static BigFraction[] row(CoalitionGame game, long group, int columns) {
        BigFraction[] row = new BigFraction[columns + 1];
        Arrays.fill(row, BigFraction.ZERO);
        for (int player : Coalition.players(group)) {
            row[player] = BigFraction.ONE;
        }
        row[columns] = game.cost(group);
        return row;
    }
}
