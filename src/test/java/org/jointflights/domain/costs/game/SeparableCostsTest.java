package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Expected fractions: cost-sharing reference, section 2 (T3, T11). */
class SeparableCostsTest {

    @Test
    void tennessee_valley_by_every_rule() {
        CoalitionGame game = Games.tennesseeValley();
        assertThat(SeparableCosts.marginal(game)).isEqualTo(fractions(45214, 33763, 110977));
        assertThat(SeparableCosts.remainingBenefits(game))
                .isEqualTo(fractions("3568202101/30374", "6023607339/60748", "11903641291/60748"));
        assertThat(SeparableCosts.equalRest(game)).isEqualTo(fractions(119424, 107973, 185187));
        assertThat(StandAlone.proportional(game).stream()
                        .map(share -> share.bigDecimalValue(1, java.math.RoundingMode.HALF_UP)
                                .toPlainString()))
                .containsExactly("121682.2", "104794.6", "186107.1");
        assertThat(Games.sum(StandAlone.proportional(game))).isEqualTo(BigFraction.of(412584));
    }

    @Test
    void stand_alone_proportional_of_10_40_and_80_for_105() {
        CoalitionGame game = Games.three(10, 40, 50, 80, 90, 105, 105);
        assertThat(StandAlone.proportional(game)).isEqualTo(fractions("105/13", "420/13", "840/13"));
    }

    @Test
    void whoever_saves_most_carries_most_of_the_rest() {
        // separable 5, 15, 55; rest 30; benefits 5, 25, 25
        CoalitionGame game = Games.three(10, 40, 50, 80, 90, 100, 105);
        assertThat(SeparableCosts.marginal(game)).isEqualTo(fractions(5, 15, 55));
        assertThat(SeparableCosts.remainingBenefits(game)).isEqualTo(fractions("85/11", "315/11", "755/11"));
    }

    @Test
    void shares_add_up_and_marginal_costs_are_returned_when_they_already_do() {
        Random random = new Random(51);
        for (int round = 0; round < 300; round++) {
            LegSharingGame legs = Games.randomLegs(random, 1 + random.nextInt(6), 1 + random.nextInt(6));
            assertThat(Games.sum(SeparableCosts.equalRest(legs))).isEqualTo(legs.total());
            assertThat(Games.sum(SeparableCosts.remainingBenefits(legs))).isEqualTo(legs.total());
            assertThat(Games.sum(StandAlone.proportional(legs))).isEqualTo(legs.total());
        }
        CoalitionGame apart = Games.three(10, 40, 50, 80, 90, 120, 130);
        assertThat(SeparableCosts.remainingBenefits(apart)).isEqualTo(fractions(10, 40, 80));
    }

    /** Between paying what one adds last and flying alone everybody stands at the same point of the way. */
    @Test
    void remaining_benefits_are_the_point_on_the_way_from_separable_to_own_costs_where_the_total_is_met() {
        Random random = new Random(52);
        int between = 0;
        for (int round = 0; round < 5_000; round++) {
            int players = 2 + random.nextInt(6);
            CoalitionGame game = switch (round % 3) {
                case 0 -> Games.randomConcave(random, players);
                case 1 -> Games.randomRoute(random, players, 2 + random.nextInt(6));
                default -> Games.randomLegs(random, players, 1 + random.nextInt(8));
            };
            long all = (1L << players) - 1;
            BigFraction nearest = BigFraction.ZERO;
            BigFraction farthest = BigFraction.ZERO;
            for (int player = 0; player < players; player++) {
                nearest = nearest.add(game.cost(all).subtract(game.cost(all ^ 1L << player)));
                farthest = farthest.add(game.cost(1L << player));
            }
            if (nearest.equals(farthest)) {
                continue;
            }
            BigFraction point = game.cost(all).subtract(nearest).divide(farthest.subtract(nearest));
            List<BigFraction> shares = SeparableCosts.remainingBenefits(game);
            for (int player = 0; player < players; player++) {
                BigFraction own = game.cost(1L << player);
                BigFraction last = game.cost(all).subtract(game.cost(all ^ 1L << player));
                assertThat(shares.get(player))
                        .isEqualTo(own.multiply(point).add(last.multiply(BigFraction.ONE.subtract(point))));
            }
            assertThat(Games.sum(shares)).isEqualTo(game.total());
            between += point.signum() > 0 ? 1 : 0;
        }
        assertThat(between).isGreaterThan(2_000);
    }

    @Test
    void a_flight_of_no_cost_is_free_by_every_rule() {
        CoalitionGame free = new HittingGame(2, List.of());
        assertThat(StandAlone.proportional(free)).isEqualTo(fractions(0, 0));
        assertThat(SeparableCosts.equalRest(free)).isEqualTo(fractions(0, 0));
    }
}
