package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TauValueTest {

    @Test
    void tennessee_valley_is_split_as_by_remaining_benefits() {
        assertThat(TauValue.of(Games.tennesseeValley()))
                .isEqualTo(fractions("3568202101/30374", "6023607339/60748", "11903641291/60748"));
    }

    @Test
    void equals_remaining_benefits_wherever_the_game_is_submodular() {
        Random random = new Random(71);
        for (int round = 0; round < 2_000; round++) {
            LegSharingGame legs = Games.randomLegs(random, 1 + random.nextInt(6), 1 + random.nextInt(6));
            assertThat(TauValue.of(legs)).isEqualTo(SeparableCosts.remainingBenefits(legs));
        }
    }

    @Test
    void the_least_any_group_leaves_limits_a_concession() {
        // Separable costs 10, 20, 30 leave 40. Left over their own: {1} 30, {2} 25, {3} 50, any larger group 40.
        CoalitionGame game = Games.three(40, 45, 70, 80, 80, 90, 100);
        assertThat(SeparableCosts.marginal(game)).isEqualTo(fractions(10, 20, 30));
        assertThat(TauValue.of(game)).isEqualTo(fractions("430/19", "580/19", "890/19"));
    }

    private static List<BigFraction> byDefinition(CoalitionGame game) {
        List<BigFraction> marginal = SeparableCosts.marginal(game);
        BigFraction rest = game.total().subtract(Games.sum(marginal));
        List<BigFraction> most = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            BigFraction least = rest;
            for (long group = 1; group < 1L << game.players(); group++) {
                if ((group & (1L << player)) != 0) {
                    BigFraction left = game.cost(group);
                    for (int member : Coalition.players(group)) {
                        left = left.subtract(marginal.get(member));
                    }
                    least = left.compareTo(least) < 0 ? left : least;
                }
            }
            most.add(least);
        }
        assertThat(most).allMatch(concession -> concession.signum() >= 0);
        assertThat(Games.sum(most)).isGreaterThanOrEqualTo(rest);
        BigFraction scale = rest.divide(Games.sum(most));
        List<BigFraction> shares = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            shares.add(marginal.get(player).add(most.get(player).multiply(scale)));
        }
        return shares;
    }

    @Test
    void is_that_of_the_definition_on_random_tables() {
        Random random = new Random(72);
        int different = 0;
        for (int round = 0; round < 2_000; round++) {
            CoalitionGame game = Games.randomConcave(random, 2 + random.nextInt(4));
            assertThat(TauValue.of(game)).isEqualTo(byDefinition(game));
            for (int player = 0; player < game.players(); player++) {
                assertThat(TauValue.of(game).get(player)).isLessThanOrEqualTo(game.standAlone(player));
            }
            different += TauValue.of(game).equals(SeparableCosts.remainingBenefits(game)) ? 0 : 1;
        }
        assertThat(different).isBetween(200, 1_990);
    }
}
