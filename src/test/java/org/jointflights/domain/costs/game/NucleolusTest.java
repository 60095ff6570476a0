package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Expected fractions: cost-sharing reference, section 2 (T3, T5, T6, T8, T10). */
class NucleolusTest {

    @Test
    void tennessee_valley() {
        assertThat(Nucleolus.of(Games.tennesseeValley())).isEqualTo(fractions(116234, 93540, 202810));
        assertThat(Nucleolus.perCapita(Games.tennesseeValley()))
                .isEqualTo(fractions("362524/3", "315415/3", "559813/3"));
    }

    @Test
    void talmud_of_claims_100_200_and_300() {
        assertThat(Nucleolus.of(talmud(100))).isEqualTo(negated(fractions("100/3", "100/3", "100/3")));
        assertThat(Nucleolus.of(talmud(200))).isEqualTo(negated(fractions(50, 75, 75)));
        assertThat(Nucleolus.of(talmud(300))).isEqualTo(negated(fractions(50, 100, 150)));
    }

    /** A group of creditors is sure of what the claims of the others leave (Aumann and Maschler 1985). */
    private static CoalitionGame talmud(long estate) {
        List<BigFraction> costs = new ArrayList<>();
        for (int group = 0; group < 8; group++) {
            long others = 0;
            for (int player : Coalition.players(7 & ~group)) {
                others += 100L * (player + 1);
            }
            costs.add(BigFraction.of(-Math.max(0, estate - others)));
        }
        return new TableGame(3, costs);
    }

    private static List<BigFraction> negated(List<BigFraction> gains) {
        return gains.stream().map(BigFraction::negate).toList();
    }

    private static CoalitionGame gains(String... gains) {
        return new TableGame(3, negated(fractions(gains)));
    }

    @Test
    void lemaire_oh_and_shin_and_the_case_of_ferguson() {
        // By mask: none, 1, 2, 12, 3, 13, 23, 123.
        assertThat(Nucleolus.of(gains("0", "46125", "34875/2", "138375/2", "11625/2", "107625/2", "30750", "90000")))
                .isEqualTo(negated(fractions("105375/2", "97875/4", "51375/4")));
        assertThat(Nucleolus.of(Games.three(375144, 245280, 568232, 211239, 551055, 452411, 772500)))
                .isEqualTo(fractions("1326781/4", "932205/4", "415507/2"));
        assertThat(Nucleolus.of(gains("0", "-1", "0", "3", "1", "4", "2", "5")))
                .isEqualTo(negated(fractions("8/3", "2/3", "5/3")));
    }

    @Test
    void one_party_pays_the_total() {
        CoalitionGame alone = new TableGame(1, fractions(0, 7));
        assertThat(Nucleolus.of(alone)).isEqualTo(fractions(7));
        assertThat(Nucleolus.perCapita(alone)).isEqualTo(fractions(7));
    }

    @Test
    void two_parties_save_the_same() {
        CoalitionGame two = new TableGame(2, fractions(0, 10, 40, 45));
        assertThat(Nucleolus.of(two)).isEqualTo(fractions("15/2", "75/2"));
        assertThat(Nucleolus.perCapita(two)).isEqualTo(fractions("15/2", "75/2"));
    }

    @Test
    void nobody_pays_more_than_alone_even_where_a_group_objects_whatever_is_done() {
        // Parties 2 and 3 alone cost much, any two next to nothing: without the bound party 1 would pay 7.
        CoalitionGame game = Games.three(1, 30, 1, 30, 1, 30, 30);
        assertThat(Nucleolus.of(game)).isEqualTo(SchemeOfDefinition.nucleolus(game));
        assertThat(Nucleolus.of(game).get(0)).isLessThanOrEqualTo(BigFraction.of(1));
        assertThat(Nucleolus.perCapita(game)).isEqualTo(SchemeOfDefinition.perCapita(game));
    }

    @Test
    void where_flying_together_saves_nothing_everybody_pays_what_flying_alone_costs() {
        // Parties 1 and 2 would fly for 5 together: without the bound party 3 would pay more than alone for their sake.
        assertThat(Nucleolus.of(Games.three(10, 20, 5, 30, 100, 100, 60))).isEqualTo(fractions(10, 20, 30));
    }

    @Test
    void where_flying_together_is_dearer_than_apart_everybody_loses_the_same() {
        assertThat(Nucleolus.of(Games.three(1, 1, 10, 1, 10, 10, 9))).isEqualTo(fractions(3, 3, 3));
    }

    @Test
    void both_nucleoli_are_those_of_the_definition_on_random_tables() {
        Random random = new Random(61);
        for (int round = 0; round < 120; round++) {
            TableGame game = Games.randomTable(random, 2 + random.nextInt(3));
            assertThat(Nucleolus.of(game)).isEqualTo(SchemeOfDefinition.nucleolus(game));
            assertThat(Nucleolus.perCapita(game)).isEqualTo(SchemeOfDefinition.perCapita(game));
        }
    }

    @Test
    void both_nucleoli_are_those_of_the_definition_on_routes_and_legs() {
        Random random = new Random(62);
        for (int round = 0; round < 60; round++) {
            int players = 2 + random.nextInt(3);
            CoalitionGame game = round % 2 == 0
                    ? Games.randomRoute(random, players, 2 + random.nextInt(5))
                    : Games.randomLegs(random, players, 1 + random.nextInt(5));
            assertThat(Nucleolus.of(game)).isEqualTo(SchemeOfDefinition.nucleolus(game));
            assertThat(Nucleolus.perCapita(game)).isEqualTo(SchemeOfDefinition.perCapita(game));
        }
    }

    /** Needs in any order, equal ones and none at all among them; amounts in thirds. */
    @Test
    void airport_chains_are_solved_by_the_recursion_of_littlechild_as_by_the_programs() {
        Random random = new Random(63);
        for (int round = 0; round < 600; round++) {
            int players = 1 + random.nextInt(7);
            List<HittingCost> costs = new ArrayList<>();
            long payers = Coalition.all(players);
            while (payers != 0) {
                if (random.nextInt(4) > 0) {
                    costs.add(new HittingCost(BigFraction.of(random.nextInt(60), 1 + random.nextInt(3)), payers));
                }
                payers &= random.nextLong();
            }
            HittingGame game = new HittingGame(players, costs);

            assertThat(AirportNucleolus.of(game)).hasValue(Nucleolus.byPrograms(game));
        }
        long[] eleven = random.longs(11, 1, 60).sorted().toArray();
        assertThat(Nucleolus.of(Games.airport(eleven))).isEqualTo(Nucleolus.byPrograms(Games.airport(eleven)));
    }

    /** Littlechild 1974 needs no table of all groups: 62 parties, of whom each needs one kilometre more. */
    @Test
    void an_airport_may_have_any_number_of_parties() {
        long[] needs = LongStream.rangeClosed(1, 62).toArray();
        LegSharingGame game = Games.airport(needs);
        List<BigFraction> shares = Nucleolus.of(game);

        assertThat(Games.sum(shares)).isEqualTo(BigFraction.of(62));
        assertThat(Core.strongestObjection(game, shares)).isEmpty();
        // Each pays half of what its need leaves unpaid: 1/2, 3/4, 7/8, …
        for (int k = 1; k <= 61; k++) {
            assertThat(shares.get(k - 1)).isEqualTo(BigFraction.of((1L << k) - 1, 1L << k));
        }
    }

    @Test
    void costs_that_only_overlap_are_no_airport() {
        assertThat(AirportNucleolus.of(new LegSharingGame(3, List.of(HittingCost.of(4, 3), HittingCost.of(4, 6)))))
                .isEmpty();
        assertThat(AirportNucleolus.of(new HittingGame(2, List.of(HittingCost.of(9, 3), HittingCost.of(-4, 1)))))
                .isEmpty();
        assertThat(AirportNucleolus.of(Games.table(Games.airport(1, 2)))).isEmpty();
    }

    @Test
    void both_nucleoli_lie_in_the_core_where_there_is_one() {
        Random random = new Random(64);
        for (int round = 0; round < 100; round++) {
            LegSharingGame legs = Games.randomLegs(random, 2 + random.nextInt(6), 1 + random.nextInt(8));
            assertThat(Core.strongestObjection(legs, Nucleolus.of(legs))).isEmpty();
            assertThat(Core.strongestObjection(legs, Nucleolus.perCapita(legs))).isEmpty();
        }
    }

    @Test
    void the_order_of_the_parties_does_not_matter() {
        Random random = new Random(65);
        for (int round = 0; round < 30; round++) {
            int players = 5 + random.nextInt(2);
            TableGame game = Games.randomTable(random, players);
            List<BigFraction> turned = LongStream.range(0, 1L << players)
                    .mapToObj(group -> game.cost(group >> 1 | (group & 1) << (players - 1)))
                    .toList();
            List<BigFraction> shares = new ArrayList<>(Nucleolus.of(new TableGame(players, turned)));
            shares.add(shares.remove(0));
            assertThat(shares).isEqualTo(Nucleolus.of(game));
        }
    }

    @Test
    void nobody_pays_less_per_capita_when_only_the_total_rises() {
        Random random = new Random(66);
        for (int round = 0; round < 60; round++) {
            int players = 3 + random.nextInt(3);
            TableGame game = Games.randomTable(random, players);
            List<BigFraction> costs = new ArrayList<>();
            LongStream.range(0, 1L << players).forEach(group -> costs.add(game.cost(group)));
            costs.set(costs.size() - 1, game.total().add(1 + random.nextInt(9)));
            List<BigFraction> before = Nucleolus.perCapita(game);
            List<BigFraction> after = Nucleolus.perCapita(new TableGame(players, costs));
            for (int player = 0; player < players; player++) {
                assertThat(after.get(player)).isGreaterThanOrEqualTo(before.get(player));
            }
        }
    }

    @Test
    void twelve_parties_are_solved_in_reasonable_time() {
        Random random = new Random(67);
        for (int round = 0; round < 6; round++) {
            CoalitionGame game = round % 3 == 0
                    ? Games.randomOneStop(random, 12)
                    : round % 3 == 1 ? Games.randomLegs(random, 12, 20) : Games.randomTable(random, 12);
            List<BigFraction> shares = Nucleolus.of(game);
            List<BigFraction> perCapita = Nucleolus.perCapita(game);
            assertThat(Games.sum(shares)).isEqualTo(game.total());
            assertThat(Games.sum(perCapita)).isEqualTo(game.total());
        }
    }
}
