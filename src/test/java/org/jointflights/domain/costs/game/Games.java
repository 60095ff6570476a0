package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Games for tests: published ones, those of our own domain, and seeded random ones. */
final class Games {

    private Games() {}

    static List<BigFraction> fractions(String... values) {
        return Arrays.stream(values).map(BigFraction::parse).toList();
    }

    static List<BigFraction> fractions(long... values) {
        return LongStream.of(values).mapToObj(BigFraction::of).toList();
    }

    /** Three parties; costs of 1, 2, 12, 3, 13, 23, 123. */
    static TableGame three(long... costs) {
        return new TableGame(
                3,
                fractions(LongStream.concat(LongStream.of(0), LongStream.of(costs))
                        .toArray()));
    }

    static CoalitionGame tennesseeValley() {
        // navigation, flood control, power; thousand dollars (Straffin and Heaney 1981)
        return three(163520, 140826, 301607, 250096, 378821, 367370, 412584);
    }

    /** Movements with runway costs, each longer runway serving the shorter needs too (Littlechild and Owen). */
    static LegSharingGame airport(long... needs) {
        List<HittingCost> legs = new ArrayList<>();
        long before = 0;
        for (int k = 0; k < needs.length; k++) {
            legs.add(HittingCost.of(needs[k] - before, Coalition.all(needs.length) & ~Coalition.all(k)));
            before = needs[k];
        }
        return new LegSharingGame(needs.length, legs);
    }

    /** VIE-PRN-TIA-VIE, the way of RO-2010-001: AT, DE, FR, GB, SE, of whom only GB needs Tirana. */
    static RouteGame r3() {
        long all = Coalition.all(5);
        return new RouteGame(5, new long[] {all, all & ~group(3), group(3), all}, new long[][] {
            {0, 706, 784, 0}, {706, 0, 168, 706}, {784, 168, 0, 784}, {0, 706, 784, 0}
        });
    }

    /** MAD-FCO-TIA-MAD, the first Frontex-led flight: both land in Tirana, Italy boards in Rome, on the way. */
    static RouteGame r4() {
        return new RouteGame(2, new long[] {3, 2, 3, 3}, new long[][] {
            {0, 1332, 1953, 0}, {1332, 0, 621, 1332}, {1953, 621, 0, 1953}, {0, 1332, 1953, 0}
        });
    }

    static TableGame randomTable(Random random, int players) {
        List<BigFraction> costs = new ArrayList<>(List.of(BigFraction.ZERO));
        while (costs.size() < 1 << players) {
            costs.add(BigFraction.of(random.nextInt(-20, 100), 1 + random.nextInt(3)));
        }
        return new TableGame(players, costs);
    }

    /** Any incidence: stops nobody needs, shared stops, several stops a party, stops of all; any distances. */
    static RouteGame randomRoute(Random random, int players, int stops) {
        long[] users = random.longs(stops, 0, 1L << players).toArray();
        if (random.nextBoolean()) {
            users[0] = Coalition.all(players);
            users[stops - 1] = Coalition.all(players);
        }
        return new RouteGame(players, users, randomDistances(random, stops));
    }

    /** Base, one stop for each party, base. */
    static RouteGame randomOneStop(Random random, int players) {
        long[] users = new long[players + 2];
        Arrays.setAll(users, stop -> 1L << (stop - 1));
        users[0] = Coalition.all(players);
        users[players + 1] = Coalition.all(players);
        return new RouteGame(players, users, randomDistances(random, players + 2));
    }

    static long[][] randomDistances(Random random, int stops) {
        long[][] distances = new long[stops][];
        Arrays.setAll(distances, a -> random.longs(stops, 0, 50).toArray());
        return distances;
    }

    static LegSharingGame randomLegs(Random random, int players, int legs) {
        List<HittingCost> costs = new ArrayList<>();
        for (int k = 0; k < legs; k++) {
            costs.add(new HittingCost(
                    BigFraction.of(random.nextInt(100), 1 + random.nextInt(3)), random.nextLong(1, 1L << players)));
        }
        return new LegSharingGame(players, costs);
    }

    static long[] randomWeights(Random random, int players) {
        return random.longs(players, 1, 40).toArray();
    }

    /** Costs that grow more slowly than the group, with some noise: always a rest, not always submodular. */
    static TableGame randomConcave(Random random, int players) {
        List<BigFraction> costs = new ArrayList<>();
        for (int group = 0; group < 1 << players; group++) {
            int size = Integer.bitCount(group);
            costs.add(
                    BigFraction.of(size == 0 ? 0 : 100L + 20L * size + (size == players ? 0 : random.nextInt(0, 60))));
        }
        return new TableGame(players, costs);
    }

    /** The same costs, written out. */
    static TableGame table(CoalitionGame game) {
        List<BigFraction> costs = new ArrayList<>();
        for (long group = 0; group < 1L << game.players(); group++) {
            costs.add(game.cost(group));
        }
        return new TableGame(game.players(), costs);
    }

    /** Some shares that add up to the total. */
    static List<BigFraction> randomShares(Random random, CoalitionGame game) {
        List<BigFraction> shares = new ArrayList<>();
        BigFraction rest = game.total();
        for (int player = 1; player < game.players(); player++) {
            BigFraction share = BigFraction.of(random.nextInt(-10, 60), 1 + random.nextInt(4));
            shares.add(share);
            rest = rest.subtract(share);
        }
        shares.add(rest);
        return shares;
    }

    static BigFraction sum(List<BigFraction> fractions) {
        return fractions.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The group of these parties. */
    static long group(int... players) {
        return Arrays.stream(players).mapToLong(player -> 1L << player).reduce(0, (group, bit) -> group | bit);
    }

    /** The plain Shapley value: in {@code h_X} everybody of X pays the same. */
    static List<BigFraction> shapley(CoalitionGame game) {
        long[] equal = new long[game.players()];
        Arrays.fill(equal, 1);
        return Shapley.weighted(game, equal);
    }

    /** Both games on top of one another, as the items of a flight add up. */
    static HittingGame plus(HittingGame one, HittingGame other) {
        List<HittingCost> both = new ArrayList<>(one.costs());
        both.addAll(other.costs());
        return new HittingGame(one.players(), both);
    }

    /** The game of the others when this party stays away; those with higher numbers move down by one. */
    static HittingGame without(HittingGame game, int player) {
        long below = (1L << player) - 1;
        List<HittingCost> rest = new ArrayList<>();
        for (HittingCost cost : game.costs()) {
            long payers = (cost.payers() & below) | ((cost.payers() >> 1) & ~below);
            if (payers != 0) {
                rest.add(new HittingCost(cost.amount(), payers));
            }
        }
        return new HittingGame(game.players() - 1, rest);
    }
}
