package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expected fractions: cost-sharing reference, section 2 (T3, T11). */
class EqualProfitTest {

    @Test
    void where_shares_in_proportion_to_flying_alone_are_stable_everybody_saves_the_same_part() {
        CoalitionGame tva = Games.tennesseeValley();
        assertThat(EqualProfit.of(tva)).isEqualTo(StandAlone.proportional(tva));
        CoalitionGame t11 = Games.three(10, 40, 50, 80, 90, 105, 105);
        assertThat(EqualProfit.of(t11)).isEqualTo(fractions("105/13", "420/13", "840/13"));
    }

    /**
     * Alone 10, 10 and 80 and together 60, but the first two can fly for 8: in proportion they would pay 12. So they pay 8, each 4,
     * and the third 52: 40 % and 65 % of flying alone.
     */
    @Test
    void where_they_are_not_the_parts_differ_as_little_as_a_group_that_objects_allows() {
        assertThat(EqualProfit.of(Games.three(10, 10, 8, 80, 90, 90, 60))).isEqualTo(fractions(4, 4, 52));
    }

    /**
     * Each would fly alone for 10, all for 20. The first three fly for 10, so the fourth pays 10; the first and the fourth fly for 12,
     * so the first pays 2 at most. That leaves 8 to the second and the third, and however they divide it the greatest difference is
     * the same; the next greatest is smallest if they pay alike.
     */
    @Test
    void the_second_greatest_difference_counts_where_the_greatest_is_the_same() {
        long[] costs = new long[16];
        for (int group = 1; group < 16; group++) {
            costs[group] = new long[] {0, 10, 20, 30, 20}[Integer.bitCount(group)];
        }
        costs[(int) Games.group(0, 3)] = 12;
        costs[(int) Games.group(0, 1, 2)] = 10;

        assertThat(EqualProfit.of(new TableGame(4, fractions(costs)))).isEqualTo(fractions(2, 4, 4, 10));
    }

    @Test
    void it_is_that_of_the_definition_on_random_games() {
        Random random = new Random(81);
        int compared = 0;
        int refused = 0;
        int uneven = 0;
        for (int round = 0; round < 120; round++) {
            int players = 2 + random.nextInt(3);
            CoalitionGame game = switch (round % 3) {
                case 0 -> Games.randomConcave(random, players);
                case 1 -> Games.randomLegs(random, players, 1 + random.nextInt(5));
                default -> Games.randomRoute(random, players, 3 + random.nextInt(4));
            };
            List<BigFraction> expected = byDefinition(game);
            if (expected == null) {
                refusal(BadInput.class, "costs.games.noCore", () -> EqualProfit.of(game));
                refused++;
            } else {
                assertThat(EqualProfit.of(game)).isEqualTo(expected);
                assertThat(Core.strongestObjection(game, expected)).isEmpty();
                uneven += game.total().signum() == 0 || expected.equals(StandAlone.proportional(game)) ? 0 : 1;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
        assertThat(uneven).isGreaterThan(5);
        assertThat(refused).isGreaterThan(3);
    }

    @Test
    void fifteen_parties_are_solved_in_reasonable_time_and_more_are_refused() {
        Random random = new Random(82);
        LegSharingGame legs = Games.randomLegs(random, 15, 25);
        List<BigFraction> shares = EqualProfit.of(legs);
        assertThat(Games.sum(shares)).isEqualTo(legs.total());
        assertThat(Core.strongestObjection(legs, shares)).isEmpty();
        refusal(BadInput.class, "costs.games.players", () -> EqualProfit.of(new HittingGame(16, List.of())));
    }

    /** Programs of all rows at once, and a difference is settled when a second program finds it the same in every best division. */
    private static @Nullable List<BigFraction> byDefinition(CoalitionGame game) {
        int players = game.players();
        List<int[]> pairs = new ArrayList<>();
        List<BigFraction[]> rows = new ArrayList<>();
        for (long group = 1; group < 1L << players; group++) {
            BigFraction[] row = zeros(players + 2);
            for (int player : Coalition.players(group)) {
                row[player] = BigFraction.ONE;
            }
            row[players + 1] = game.cost(group);
            rows.add(row);
            if (group == Coalition.all(players)
                    || (Long.bitCount(group) == 1 && game.cost(group).signum() == 0)) {
                rows.add(negated(row));
            }
        }
        for (int one = 0; one < players; one++) {
            for (int other = 0; other < players; other++) {
                if (one != other
                        && game.standAlone(one).signum() > 0
                        && game.standAlone(other).signum() > 0) {
                    pairs.add(new int[] {one, other});
                }
            }
        }
        try {
            while (!pairs.isEmpty()) {
                List<BigFraction[]> all = new ArrayList<>(rows);
                for (int[] pair : pairs) {
                    BigFraction[] row = ratio(game, pair, players + 2);
                    row[players] = BigFraction.of(-1);
                    all.add(row);
                }
                BigFraction[] least = zeros(players + 1);
                least[players] = BigFraction.of(-1);
                BigFraction level = DenseSimplex.maximum(all, least).negate();
                BigFraction[] reached = zeros(players + 2);
                reached[players] = BigFraction.ONE;
                reached[players + 1] = level;
                all.add(reached);
                List<int[]> open = new ArrayList<>();
                for (int[] pair : pairs) {
                    BigFraction[] ratio = ratio(game, pair, players + 1);
                    BigFraction most = DenseSimplex.maximum(all, ratio);
                    if (most.equals(DenseSimplex.maximum(all, negated(ratio)).negate())) {
                        BigFraction[] row = ratio(game, pair, players + 2);
                        row[players + 1] = most;
                        rows.add(row);
                        rows.add(negated(row));
                    } else {
                        open.add(pair);
                    }
                }
                pairs = open;
            }
            List<BigFraction> shares = new ArrayList<>();
            for (int player = 0; player < players; player++) {
                BigFraction[] own = zeros(players + 1);
                own[player] = BigFraction.ONE;
                shares.add(DenseSimplex.maximum(rows, own));
            }
            return shares;
        } catch (IllegalStateException infeasible) {
            return null;
        }
    }

    private static BigFraction[] ratio(CoalitionGame game, int[] pair, int length) {
        BigFraction[] row = zeros(length);
        row[pair[0]] = BigFraction.ONE.divide(game.standAlone(pair[0]));
        row[pair[1]] = BigFraction.ONE.divide(game.standAlone(pair[1])).negate();
        return row;
    }

    private static BigFraction[] negated(BigFraction[] row) {
        return Arrays.stream(row).map(BigFraction::negate).toArray(BigFraction[]::new);
    }

    private static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }
}
