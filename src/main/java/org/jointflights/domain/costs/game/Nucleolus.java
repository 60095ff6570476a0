package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The nucleolus (Schmeidler 1969): among all divisions of the total, the one that leaves the least satisfied group as
 * satisfied as possible, then the next, and so on; a group's satisfaction is {@code c(S) − x(S)}, what it saves against
 * flying by itself. It is in the core whenever there is one. Found by a linear program for each level of satisfaction
 * (Maschler, Peleg and Shapley 1979), after each of which those groups are settled that cannot be satisfied more.
 */
public final class Nucleolus {

    /** Thirty-two thousand groups are looked at in every step. */
    public static final int MOST_PLAYERS = 15;

    private Nucleolus() {}

    /**
     * The nucleolus. Nobody is charged more than flying alone would cost them, unless all of them together cannot be
     * charged enough that way; then this condition is left out. Where the costs lie one within the other, as at an
     * airport, it is found for any number of parties; otherwise {@link org.jointflights.domain.BadInput} is thrown for more
     * than 15.
     */
    public static List<BigFraction> of(CoalitionGame game) {
        return AirportNucleolus.of(game).orElseGet(() -> byPrograms(game));
    }

    /** Whether the nucleolus is found without a look at any group, because the costs lie one within the other. */
    public static boolean isOfAirport(CoalitionGame game) {
        return AirportNucleolus.needs(game).isPresent();
    }

    static List<BigFraction> byPrograms(CoalitionGame game) {
        CostTable table = CostTable.of(game, MOST_PLAYERS);
        BigInteger alone = BigInteger.ZERO;
        for (int player = 0; player < table.players(); player++) {
            alone = alone.add(table.cost(1 << player));
        }
        return levelByLevel(table, size -> 1, alone.compareTo(table.cost(table.all())) >= 0);
    }

    /**
     * The per-capita nucleolus: satisfaction is counted per member, {@code (c(S) − x(S)) / |S|}. It is in the core
     * whenever there is one and, unlike the nucleolus, charges nobody less when only the total rises (Young, Okada and
     * Hashimoto 1982). Where the core is empty somebody may pay more than alone. Throws
     * {@link org.jointflights.domain.BadInput} for more than 15 parties.
     */
    public static List<BigFraction> perCapita(CoalitionGame game) {
        return levelByLevel(CostTable.of(game, MOST_PLAYERS), IntUnaryOperator.identity(), false);
    }

    private static List<BigFraction> levelByLevel(CostTable table, IntUnaryOperator share, boolean aloneIsMost) {
        int players = table.players();
        List<Integer> settled = List.of(table.all());
        // The division is kept as whole numbers of 1/unit, beginning with an equal split.
        BigInteger unit = BigInteger.valueOf(players);
        BigInteger[] division = new BigInteger[players];
        Arrays.fill(division, table.cost(table.all()));
        while (settled.size() < players) {
            SatisfactionLevel level =
                    new SatisfactionLevel(players, satisfaction(table, unit, division), settled, share, aloneIsMost);
            level.raise();
            settled = Basis.independent(
                    players,
                    Stream.concat(settled.stream(), level.newlySettled().stream())
                            .toList());
            unit = unit.multiply(level.changeDenominator());
            BigInteger divisor = unit;
            for (int player = 0; player < players; player++) {
                division[player] =
                        division[player].multiply(level.changeDenominator()).add(level.change(player));
                divisor = divisor.gcd(division[player]);
            }
            for (int player = 0; player < players; player++) {
                division[player] = division[player].divide(divisor);
            }
            unit = unit.divide(divisor);
        }
        BigInteger denominator = unit.multiply(table.denominator());
        return Arrays.stream(division)
                .map(numerator -> BigFraction.of(numerator, denominator))
                .toList();
    }

    /** What every group saves under the division, in units of {@code 1/unit}. */
    static BigInteger[] satisfaction(CostTable table, BigInteger unit, BigInteger[] division) {
        BigInteger[] charged = SatisfactionLevel.sums(division);
        for (int group = 0; group < charged.length; group++) {
            charged[group] = table.cost(group).multiply(unit).subtract(charged[group]);
        }
        return charged;
    }
}
