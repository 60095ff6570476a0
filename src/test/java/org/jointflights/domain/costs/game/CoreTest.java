package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CoreTest {

    @Test
    void the_group_that_would_gain_most_is_named_with_its_gain() {
        CoalitionGame game = Games.three(10, 40, 50, 80, 85, 100, 105);
        assertThat(Core.strongestObjection(game, fractions(35, 35, 35)))
                .contains(new Objection(Games.group(0), BigFraction.of(10), BigFraction.of(35)));
        assertThat(Core.strongestObjection(game, fractions(35, 35, 35))
                        .orElseThrow()
                        .gain())
                .isEqualTo(BigFraction.of(25));
    }

    @Test
    void of_groups_that_would_gain_the_same_the_first_is_named() {
        CoalitionGame game = Games.three(10, 10, 100, 10, 100, 100, 45);
        assertThat(Core.strongestObjection(game, fractions(15, 15, 15)))
                .contains(new Objection(Games.group(0), BigFraction.of(10), BigFraction.of(15)));
    }

    @Test
    void shares_in_the_core_meet_no_objection() {
        assertThat(Core.strongestObjection(Games.tennesseeValley(), Games.shapley(Games.tennesseeValley())))
                .isEmpty();
        assertThat(Core.strongestObjection(Games.r3(), Games.shapley(Games.r3())))
                .isEmpty();
        assertThat(Core.strongestObjection(Games.r3(), Shapley.weighted(Games.r3(), new long[] {36, 3, 1, 9, 4})))
                .isEmpty();
    }

    @Test
    void a_cost_with_its_sign_below_the_line_is_the_same_cost() {
        CoalitionGame game = new TableGame(
                2, List.of(BigFraction.ZERO, BigFraction.of(-7, -2), BigFraction.of(-9, -2), BigFraction.of(-6, -1)));
        assertThat(Core.strongestObjection(game, fractions(3, 3))).isEmpty();
        assertThat(Core.strongestObjection(game, fractions(4, 2))).hasValueSatisfying(objection -> {
            assertThat(objection.coalition()).isEqualTo(Games.group(0));
            assertThat(objection.gain()).isEqualTo(BigFraction.of(1, 2));
        });
    }

    @Test
    void a_group_asked_exactly_its_own_cost_does_not_object() {
        CoalitionGame game = Games.three(10, 10, 20, 10, 20, 20, 30);
        assertThat(Core.strongestObjection(game, fractions(10, 10, 10))).isEmpty();
    }

    @Test
    void shortest_path_finds_what_enumeration_finds() {
        Random random = new Random(41);
        int objections = 0;
        for (int round = 0; round < 1500; round++) {
            RouteGame route = oneOptionalStop(random, 1 + random.nextInt(6));
            assertThat(RouteObjection.applies(route)).isTrue();
            List<BigFraction> shares = Games.randomShares(random, route);
            Optional<Objection> fast = Core.strongestObjection(route, shares);
            Optional<Objection> slow = byEnumeration(route, shares);
            assertThat(fast.map(Objection::gain)).isEqualTo(slow.map(Objection::gain));
            objections += fast.isPresent() ? 1 : 0;
        }
        assertThat(objections).isBetween(200, 1499);
    }

    /** Each party needs one stop or none besides those of all, which may lie anywhere or be missing. */
    private static RouteGame oneOptionalStop(Random random, int players) {
        int stops = 2 + random.nextInt(6);
        long[] users = new long[stops];
        for (int player = 0; player < players; player++) {
            if (random.nextInt(5) > 0) {
                users[random.nextInt(stops)] |= 1L << player;
            }
        }
        for (int stop = 0; stop < stops; stop++) {
            if (users[stop] == 0 && random.nextInt(3) > 0) {
                users[stop] = Coalition.all(players);
            }
        }
        return new RouteGame(players, users, Games.randomDistances(random, stops));
    }

    @Test
    void a_stop_that_shortens_the_way_is_opened_by_whoever_costs_the_group_least() {
        // From base to base it is 100, by the stop of parties 0 and 1 nothing; both are to be paid, 5 and 1.
        RouteGame route = new RouteGame(4, new long[] {15, 3, 15}, new long[][] {{0, 0, 100}, {0, 0, 0}, {0, 0, 0}});
        assertThat(Core.strongestObjection(route, fractions(-5, -1, 6, 0)))
                .contains(new Objection(Games.group(1, 2), BigFraction.ZERO, BigFraction.of(5)));
        assertThat(Core.strongestObjection(route, fractions(-1, -5, 6, 0)))
                .contains(new Objection(Games.group(0, 2), BigFraction.ZERO, BigFraction.of(5)));
    }

    @Test
    void a_stop_that_shortens_the_way_disproves_nothing_but_ends_the_proof_where_a_party_has_two() {
        // By both stops the way is shorter than by one; the quadrangle holds.
        long[][] distances = {{0, 1, 4, 4}, {0, 0, 1, 4}, {0, 0, 0, 1}, {0, 0, 0, 0}};
        assertThat(Submodularity.isProven(new RouteGame(2, new long[] {3, 1, 2, 3}, distances)))
                .isTrue();
        assertThat(Submodularity.isProven(new RouteGame(2, new long[] {3, 1, 1, 3}, distances)))
                .isFalse();
    }

    @Test
    void minimum_cut_finds_what_enumeration_finds() {
        Random random = new Random(42);
        int objections = 0;
        for (int round = 0; round < 1500; round++) {
            int players = 1 + random.nextInt(6);
            LegSharingGame legs = Games.randomLegs(random, players, random.nextInt(9));
            List<BigFraction> shares = Games.randomShares(random, legs);
            Optional<Objection> fast = Core.strongestObjection(legs, shares);
            assertThat(fast.map(Objection::gain))
                    .isEqualTo(byEnumeration(legs, shares).map(Objection::gain));
            assertThat(Core.strongestObjection(legs.hittingForm(), shares)).isEqualTo(fast);
            objections += fast.isPresent() ? 1 : 0;
        }
        assertThat(objections).isBetween(500, 1499);
    }

    @Test
    void any_other_route_is_enumerated_to_the_same_answer() {
        Random random = new Random(43);
        for (int round = 0; round < 300; round++) {
            RouteGame route = Games.randomRoute(random, 1 + random.nextInt(5), 2 + random.nextInt(6));
            List<BigFraction> shares = Games.randomShares(random, route);
            assertThat(Core.strongestObjection(route, shares).map(Objection::gain))
                    .isEqualTo(byEnumeration(route, shares).map(Objection::gain));
        }
    }

    /** By the definition, group by group. */
    private static Optional<Objection> byEnumeration(CoalitionGame game, List<BigFraction> shares) {
        Objection strongest = new Objection(0, BigFraction.ZERO, BigFraction.ZERO);
        for (long group = 1; group < 1L << game.players(); group++) {
            BigFraction asked = BigFraction.ZERO;
            for (int player = 0; player < game.players(); player++) {
                if ((group & (1L << player)) != 0) {
                    asked = asked.add(shares.get(player));
                }
            }
            Objection objection = new Objection(group, game.cost(group), asked);
            if (objection.gain().compareTo(strongest.gain()) > 0) {
                strongest = objection;
            }
        }
        return Optional.of(strongest).filter(objection -> objection.gain().signum() > 0);
    }

    @Test
    void leg_shares_by_any_weights_are_stable() {
        Random random = new Random(44);
        for (int round = 0; round < 500; round++) {
            int players = 1 + random.nextInt(6);
            LegSharingGame legs = Games.randomLegs(random, players, random.nextInt(8));
            List<BigFraction> shares = Shapley.weighted(legs, Games.randomWeights(random, players));
            assertThat(byEnumeration(legs, shares)).isEmpty();
            assertThat(Submodularity.holds(legs)).isTrue();
        }
    }

    @Test
    void thirty_one_parties_are_tested_on_legs_and_on_one_stop_routes() {
        Random random = new Random(45);
        LegSharingGame legs = Games.randomLegs(random, 31, 40);
        assertThat(Core.strongestObjection(legs, Games.shapley(legs))).isEmpty();
        assertThat(Core.strongestObjection(legs, Games.randomShares(random, legs))
                        .orElseThrow()
                        .gain()
                        .signum())
                .isPositive();
        RouteGame route = Games.randomOneStop(random, 31);
        Objection objection = Core.strongestObjection(route, Games.randomShares(random, route))
                .orElseThrow();
        assertThat(objection.alone()).isEqualTo(route.cost(objection.coalition()));
    }

    /**
     * Flights begin and end where everybody is: there each route whose proof holds is taken for any number of parties as it is,
     * so that the promise needs no proof.
     */
    @Test
    void a_flight_whose_proof_holds_is_checked_however_many_fly() {
        Random random = new Random(71);
        int proven = 0;
        for (int round = 0; round < 20_000; round++) {
            int players = 1 + random.nextInt(4);
            int stops = 3 + random.nextInt(4);
            long[] users = random.longs(stops, 1, 1L << players).toArray();
            users[0] = Coalition.all(players);
            users[stops - 1] = Coalition.all(players);
            long[][] km = new long[stops][stops];
            for (int a = 0; a < stops; a++) {
                for (int b = a + 1; b < stops; b++) {
                    km[a][b] = 1L + random.nextInt(b - a + 2);
                }
            }
            RouteGame route = new RouteGame(players, users, km);
            if (Submodularity.isProven(route)) {
                proven++;
                assertThat(Core.isQuick(route) || Core.isQuick(route.hittingForm()))
                        .isTrue();
            }
        }
        assertThat(proven).isGreaterThan(500);
    }

    @Test
    void a_route_whose_proof_holds_is_submodular_and_its_shapley_shares_are_stable() {
        Random random = new Random(46);
        int proven = 0;
        for (int round = 0; round < 3000; round++) {
            RouteGame route = shortDistances(random, 1 + random.nextInt(4));
            if (Submodularity.isProven(route)) {
                proven++;
                assertThat(Submodularity.holds(route)).isTrue();
                assertThat(Core.strongestObjection(
                                route, Shapley.weighted(route, Games.randomWeights(random, route.players()))))
                        .isEmpty();
            }
        }
        assertThat(proven).isBetween(300, 2900);
    }

    private static RouteGame shortDistances(Random random, int players) {
        int stops = 2 + random.nextInt(4);
        long[] users = random.longs(stops, 0, 1L << players).toArray();
        if (random.nextBoolean()) {
            users[random.nextInt(stops)] = Coalition.all(players);
        }
        long[][] distances = new long[stops][];
        for (int a = 0; a < stops; a++) {
            distances[a] = random.longs(stops, 0, 4).toArray();
        }
        return new RouteGame(players, users, distances);
    }

    @Test
    void with_a_stop_for_each_party_the_proof_fails_only_where_submodularity_does() {
        Random random = new Random(47);
        int proven = 0;
        for (int round = 0; round < 1500; round++) {
            int players = 1 + random.nextInt(5);
            long[][] distances = new long[players + 2][];
            for (int a = 0; a < distances.length; a++) {
                distances[a] = random.longs(players + 2, 0, 3).toArray();
            }
            distances[0][players + 1] = 0;
            long[] users = new long[players + 2];
            for (int stop = 1; stop <= players; stop++) {
                users[stop] = 1L << (stop - 1);
            }
            users[0] = Coalition.all(players);
            users[players + 1] = Coalition.all(players);
            RouteGame route = new RouteGame(players, users, distances);
            assertThat(Submodularity.isProven(route)).isEqualTo(Submodularity.holds(route));
            proven += Submodularity.isProven(route) ? 1 : 0;
        }
        assertThat(proven).isBetween(100, 1400);
    }

    @Test
    void the_routes_of_the_domain_are_submodular() {
        assertThat(Submodularity.isProven(Games.r3())).isTrue();
        assertThat(Submodularity.holds(Games.r3())).isTrue();
        assertThat(Submodularity.isProven(Games.r4())).isTrue();
        assertThat(Submodularity.holds(Games.tennesseeValley())).isTrue();
        assertThat(Submodularity.holds(Games.three(1, 1, 3, 1, 2, 2, 3))).isFalse();
    }
}
