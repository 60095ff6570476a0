package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Expected fractions: cost-sharing reference, section 2, and its cases file (R3, R4). */
class ShapleyTest {

    @Test
    void airport_of_littlechild_and_owen() {
        assertThat(Games.shapley(Games.airport(8, 11, 13, 18))).isEqualTo(fractions(2, 3, 4, 9));
        assertThat(ShapleyByDefinition.of(Games.airport(8, 11, 13, 18))).isEqualTo(fractions(2, 3, 4, 9));
    }

    @Test
    void tennessee_valley() {
        List<BigFraction> expected = fractions("117829", "201513/2", "387997/2");
        assertThat(Games.shapley(Games.tennesseeValley())).isEqualTo(expected);
        assertThat(ShapleyByDefinition.of(Games.tennesseeValley())).isEqualTo(expected);
    }

    @Test
    void lemaire_gains_and_the_costs_of_oh_and_shin() {
        CoalitionGame lemaire = new TableGame(
                3, fractions("0", "46125", "34875/2", "138375/2", "11625/2", "107625/2", "30750", "90000"));
        assertThat(Games.shapley(lemaire)).isEqualTo(fractions(51750, 25875, 12375));
        CoalitionGame ohShin = Games.three(375144, 245280, 568232, 211239, 551055, 452411, 772500);
        assertThat(Games.shapley(ohShin)).isEqualTo(fractions("1026617/3", "683855/3", "607028/3"));
    }

    @Test
    void route_of_the_first_joint_operation_equal_and_by_heads() {
        assertThat(Games.shapley(Games.r3()))
                .isEqualTo(fractions("2869/10", "2869/10", "2869/10", "2552/5", "2869/10"));
        assertThat(Shapley.weighted(Games.r3(), new long[] {36, 3, 1, 9, 4}))
                .isEqualTo(fractions("566442/583", "94407/1166", "31469/1166", "24936/53", "62938/583"));
    }

    @Test
    void rome_on_the_way_to_tirana_is_shared_half_and_half() {
        assertThat(Games.shapley(Games.r4())).isEqualTo(fractions(1953, 1953));
    }

    @Test
    void closed_form_of_a_route_is_the_definition() {
        Random random = new Random(31);
        for (int round = 0; round < 3_000; round++) {
            int players = 1 + random.nextInt(round % 100 == 0 ? 12 : 6);
            RouteGame route = Games.randomRoute(random, players, 2 + random.nextInt(8));
            assertThat(Games.shapley(route)).isEqualTo(ShapleyByDefinition.of(route));
        }
    }

    @Test
    void closed_form_of_one_stop_a_party_is_the_formula_with_gaps() {
        Random random = new Random(32);
        for (int round = 0; round < 1_000; round++) {
            RouteGame route = Games.randomOneStop(random, 1 + random.nextInt(9));
            assertThat(Games.shapley(route)).isEqualTo(oneStopFormula(route));
        }
    }

    /** cost-sharing reference 1.3, special case; base at 0 and m+1, distances read forwards. */
    private static List<BigFraction> oneStopFormula(RouteGame route) {
        int m = route.players();
        List<BigFraction> value = new ArrayList<>();
        for (int i = 1; i <= m; i++) {
            BigFraction phi =
                    BigFraction.of(route.distance(0, i), i).add(BigFraction.of(route.distance(i, m + 1), m - i + 1));
            for (int k = 1; k <= m; k++) {
                if (k != i) {
                    int g = Math.abs(k - i) - 1;
                    phi = phi.add(BigFraction.of(route.distance(Math.min(i, k), Math.max(i, k)), (g + 1L) * (g + 2)));
                }
            }
            for (int a = 1; a < i; a++) {
                for (int b = i + 1; b <= m; b++) {
                    long g = (long) b - a - 1;
                    phi = phi.subtract(BigFraction.of(2 * route.distance(a, b), g * (g + 1) * (g + 2)));
                }
                phi = phi.subtract(BigFraction.of(route.distance(a, m + 1), (long) (m - a) * (m - a + 1)));
            }
            for (int b = i + 1; b <= m; b++) {
                phi = phi.subtract(BigFraction.of(route.distance(0, b), (b - 1L) * b));
            }
            value.add(phi);
        }
        return value;
    }

    @Test
    void closed_form_of_legs_and_tables_is_the_definition() {
        Random random = new Random(33);
        for (int round = 0; round < 2_000; round++) {
            int players = 1 + random.nextInt(round % 100 == 0 ? 12 : 6);
            CoalitionGame legs = Games.randomLegs(random, players, random.nextInt(8));
            assertThat(Games.shapley(legs)).isEqualTo(ShapleyByDefinition.of(legs));
            CoalitionGame table = Games.randomTable(random, players);
            assertThat(Games.shapley(table)).isEqualTo(ShapleyByDefinition.of(table));
        }
    }

    @Test
    void weighted_value_is_the_average_over_weighted_orders() {
        Random random = new Random(34);
        for (int round = 0; round < 1_500; round++) {
            int players = 1 + random.nextInt(5);
            CoalitionGame game = round % 2 == 0
                    ? Games.randomRoute(random, players, 2 + random.nextInt(6))
                    : Games.randomTable(random, players);
            long[] weights = Games.randomWeights(random, players);
            assertThat(Shapley.weighted(game, weights)).isEqualTo(overOrders(game, weights));
        }
    }

    /** The first to join is drawn in proportion to weight, then the next among the rest, and so on. */
    private static List<BigFraction> overOrders(CoalitionGame game, long[] weights) {
        BigFraction[] value = new BigFraction[weights.length];
        Arrays.fill(value, BigFraction.ZERO);
        join(game, weights, 0, BigFraction.ONE, value);
        return List.of(value);
    }

    private static void join(CoalitionGame game, long[] weights, long inside, BigFraction chance, BigFraction[] value) {
        int[] outside = Coalition.players(Coalition.all(weights.length) & ~inside);
        long total = Arrays.stream(outside).mapToLong(player -> weights[player]).sum();
        for (int player : outside) {
            BigFraction next = chance.multiply(BigFraction.of(weights[player], total));
            BigFraction added = game.cost(inside | (1L << player)).subtract(game.cost(inside));
            value[player] = value[player].add(added.multiply(next));
            join(game, weights, inside | (1L << player), next, value);
        }
    }

    @Test
    void equal_weights_of_any_size_are_the_plain_value() {
        Random random = new Random(35);
        RouteGame route = Games.randomRoute(random, 7, 9);
        assertThat(Shapley.weighted(route, new long[] {6, 6, 6, 6, 6, 6, 6})).isEqualTo(Games.shapley(route));
    }

    @Test
    void thirty_one_parties_at_thirty_one_stops_add_up_and_are_quick() {
        Random random = new Random(36);
        RouteGame route = Games.randomRoute(random, 31, 31);
        assertThat(Games.sum(Games.shapley(route))).isEqualTo(route.total());
        RouteGame oneStop = Games.randomOneStop(random, 31);
        assertThat(Games.shapley(oneStop)).isEqualTo(oneStopFormula(oneStop));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            Shapley.weighted(route, Games.randomWeights(random, 31));
            best = Math.min(best, System.nanoTime() - start);
        }
        // A hundredfold room over the goal of 10 ms: this guards against 2^31, not against a busy machine.
        assertThat(best).isLessThan(1_000_000_000L);
    }

    @Test
    void a_table_of_twelve_parties_agrees_with_its_hitting_form() {
        TableGame table = Games.randomTable(new Random(37), 12);
        assertThat(Games.shapley(table)).isEqualTo(ShapleyByDefinition.of(table));
    }

    @Test
    void the_value_adds_up_over_cost_items() {
        Random random = new Random(38);
        HittingGame one = Games.randomLegs(random, 6, 5).hittingForm();
        HittingGame other = Games.randomRoute(random, 6, 6).hittingForm();
        List<BigFraction> lineByLine = IntStream.range(0, 6)
                .mapToObj(player ->
                        Games.shapley(one).get(player).add(Games.shapley(other).get(player)))
                .toList();
        assertThat(Games.shapley(Games.plus(one, other))).isEqualTo(lineByLine);
    }

    @Test
    void a_game_without_costs_asks_for_nothing() {
        assertThat(Games.shapley(new HittingGame(3, List.of()))).isEqualTo(Collections.nCopies(3, BigFraction.ZERO));
    }

    @Test
    void leg_share_by_heads_splits_each_leg_among_those_on_board() {
        // R2: 706 km and 784 km of all, 168 km of GB alone; 53 returnees.
        LegSharingGame legs = new LegSharingGame(
                5, List.of(HittingCost.of(706, 31), HittingCost.of(168, 8), HittingCost.of(784, 31)));
        assertThat(Shapley.weighted(legs, new long[] {36, 3, 1, 9, 4}))
                .isEqualTo(Stream.of(36, 3, 1, 9, 4)
                        .map(heads -> BigFraction.of(1490L * heads, 53).add(heads == 9 ? 168 : 0))
                        .toList());
        assertThat(Games.shapley(legs)).isEqualTo(fractions(298, 298, 298, 466, 298));
    }
}
