package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void on_the_first_joint_operation_all_but_gb_are_alike_and_nobody_is_for_free() {
        Likeness likeness = new Likeness(Games.r3());
        assertThat(likeness.areAlike(0, 4)).isTrue();
        assertThat(likeness.areAlike(0, 3)).isFalse();
        assertThat(likeness.areAlike(3, 3)).isTrue();
        assertThat(likeness.addsNothing(0)).isFalse();
    }

    @Test
    void a_party_on_no_leg_adds_nothing_and_one_with_a_leg_of_its_own_only_that() {
        Likeness likeness = new Likeness(new LegSharingGame(
                4, List.of(HittingCost.of(5, 0b0001), HittingCost.of(7, 0b0110), HittingCost.of(3, 0b0010))));
        assertThat(likeness.addsNothing(3)).isTrue();
        assertThat(likeness.addsOnlyItsOwn(3)).isTrue();
        assertThat(likeness.addsNothing(0)).isFalse();
        assertThat(likeness.addsOnlyItsOwn(0)).isTrue();
        assertThat(likeness.addsOnlyItsOwn(1)).isFalse();
    }

    @Test
    void is_what_looking_at_every_group_says() {
        Random random = new Random(81);
        int alike = 0;
        int nothing = 0;
        int own = 0;
        for (int round = 0; round < 800; round++) {
            int players = 2 + random.nextInt(3);
            CoalitionGame game = round % 2 == 0
                    ? Games.randomRoute(random, players, 2 + random.nextInt(3))
                    : Games.table(Games.randomLegs(random, players, random.nextInt(3)));
            Likeness likeness = new Likeness(game);
            for (int one = 0; one < players; one++) {
                assertThat(likeness.addsNothing(one)).isEqualTo(adds(game, one, BigFraction.ZERO));
                assertThat(likeness.addsOnlyItsOwn(one)).isEqualTo(adds(game, one, game.standAlone(one)));
                assertThat(likeness.areAlike(one, 0)).isEqualTo(interchangeable(game, one, 0));
                nothing += likeness.addsNothing(one) ? 1 : 0;
                own += likeness.addsOnlyItsOwn(one) && !likeness.addsNothing(one) ? 1 : 0;
                alike += one > 0 && likeness.areAlike(one, 0) ? 1 : 0;
            }
        }
        assertThat(alike).isBetween(50, 1500);
        assertThat(nothing).isBetween(50, 1500);
        assertThat(own).isBetween(50, 1500);
    }

    private static boolean adds(CoalitionGame game, int player, BigFraction amount) {
        long bit = 1L << player;
        for (long group = 0; group < 1L << game.players(); group++) {
            if ((group & bit) == 0
                    && !game.cost(group | bit).equals(game.cost(group).add(amount))) {
                return false;
            }
        }
        return true;
    }

    private static boolean interchangeable(CoalitionGame game, int one, int other) {
        long both = Games.group(one, other);
        for (long group = 0; group < 1L << game.players(); group++) {
            if ((group & both) == 0 && !game.cost(group | (1L << one)).equals(game.cost(group | (1L << other)))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void one_more_on_board_makes_it_cheaper_for_those_who_share_its_legs() {
        LegSharingGame legs = new LegSharingGame(3, List.of(HittingCost.of(60, 0b111), HittingCost.of(10, 0b001)));
        Joining joining = Joining.of(legs, 1, (game, parties) -> Games.shapley(game));
        assertThat(joining.without()).isEqualTo(fractions(40, 0, 30));
        assertThat(joining.with()).isEqualTo(fractions(30, 20, 20));
        assertThat(joining.change(0)).isEqualTo(BigFraction.of(-10));
        assertThat(joining.payMore()).isEmpty();
    }

    @Test
    void weights_follow_their_parties_when_one_is_left_out() {
        LegSharingGame legs = new LegSharingGame(3, List.of(HittingCost.of(60, 0b111)));
        long[] heads = {1, 2, 3};
        Joining joining = Joining.of(
                legs,
                0,
                (game, parties) -> Shapley.weighted(
                        game, parties.stream().mapToLong(party -> heads[party]).toArray()));
        assertThat(joining.without()).isEqualTo(fractions(0, 24, 36));
        assertThat(joining.with()).isEqualTo(fractions(10, 20, 30));
    }

    @Test
    void a_party_whose_stop_is_a_detour_for_others_makes_them_pay_more() {
        // Separable costs 20, 20 and 70 are 20 more than the total; the equal split spreads that over all three.
        TableGame game = Games.three(10, 10, 20, 70, 70, 70, 90);
        Joining joining = Joining.of(game, 2, (any, parties) -> SeparableCosts.equalRest(any));
        assertThat(joining.without()).isEqualTo(fractions(10, 10, 0));
        assertThat(joining.with()).isEqualTo(fractions("40/3", "40/3", "190/3"));
        assertThat(joining.payMore()).containsExactly(0, 1);
    }

    @Test
    void no_leg_share_rises_when_a_party_joins_whatever_the_weights() {
        Random random = new Random(82);
        for (int round = 0; round < 400; round++) {
            int players = 2 + random.nextInt(5);
            LegSharingGame legs = Games.randomLegs(random, players, random.nextInt(8));
            long[] weights = Games.randomWeights(random, players);
            Joining joining = Joining.of(
                    legs,
                    random.nextInt(players),
                    (game, parties) -> Shapley.weighted(
                            game,
                            parties.stream().mapToLong(party -> weights[party]).toArray()));
            assertThat(joining.payMore()).isEmpty();
        }
    }

    @Test
    void the_game_of_the_others_has_their_costs() {
        Random random = new Random(83);
        for (int round = 0; round < 200; round++) {
            int players = 2 + random.nextInt(4);
            RouteGame route = Games.randomRoute(random, players, 2 + random.nextInt(5));
            int away = random.nextInt(players);
            HittingGame others = Games.without(route.hittingForm(), away);
            assertThat(others.players()).isEqualTo(players - 1);
            for (long group = 0; group < 1L << (players - 1); group++) {
                long low = group & ((1L << away) - 1);
                assertThat(others.cost(group)).isEqualTo(route.cost(low | (group - low) * 2));
            }
        }
    }
}
