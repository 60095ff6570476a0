package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a sheet's columns for largest remainders hold (Hamilton's method): whole units, what is left of each, who comes how
 * early for one unit more, and how many of those there are.
 *
 * @param wholes rounded down
 * @param rests from 0 to below 1
 * @param ranks from 1: by rest, then by weight, then by place
 * @param missing how many get one more
 */
record HandOut(List<BigFraction> wholes, List<BigFraction> rests, List<Integer> ranks, BigFraction missing) {

    /** Hands out {@code total}, or the sum of what is exact, where they differ by less than one each. */
    static HandOut of(BigFraction total, List<BigFraction> exact, List<? extends Number> weights) {
        List<BigFraction> wholes = exact.stream().map(HandOut::floor).toList();
        List<BigFraction> rests = IntStream.range(0, exact.size())
                .mapToObj(i -> exact.get(i).subtract(wholes.get(i)))
                .toList();
        List<BigFraction> by = weights.stream()
                .map(weight -> BigFraction.parse(weight.toString()))
                .toList();
        List<Integer> ranks = IntStream.range(0, exact.size())
                .mapToObj(i -> 1
                        + (int) IntStream.range(0, exact.size())
                                .filter(other -> comesFirst(other, i, rests, by))
                                .count())
                .toList();
        BigFraction missing = total.subtract(wholes.stream().reduce(BigFraction.ZERO, BigFraction::add));
        return new HandOut(wholes, rests, ranks, missing);
    }

    HandOut {
        wholes = List.copyOf(wholes);
        rests = List.copyOf(rests);
        ranks = List.copyOf(ranks);
    }

    /** Whole units with the one more, where it comes here. */
    BigFraction of(int place) {
        boolean more = missing.compareTo(BigFraction.of(ranks.get(place))) >= 0;
        return wholes.get(place).add(more ? 1 : 0);
    }

    /** The formula of the rank: rest and weight stand in these columns, the item's rows go from first to last. */
    static String rank(String rest, String weight, int row, int first, int last) {
        return ("1+COUNTIF(%1$s$%3$d:%1$s$%4$d,\">\"&%1$s%5$d)"
                        + "+COUNTIFS(%1$s$%3$d:%1$s$%4$d,%1$s%5$d,%2$s$%3$d:%2$s$%4$d,\">\"&%2$s%5$d)"
                        + "+COUNTIFS(%1$s$%3$d:%1$s%5$d,%1$s%5$d,%2$s$%3$d:%2$s%5$d,%2$s%5$d)-1")
                .formatted(rest, weight, first, last, row);
    }

    private static boolean comesFirst(int other, int place, List<BigFraction> rests, List<BigFraction> weights) {
        int order = rests.get(other).compareTo(rests.get(place));
        if (order == 0) {
            order = weights.get(other).compareTo(weights.get(place));
        }
        return order > 0 || (order == 0 && other < place);
    }

    private static BigFraction floor(BigFraction exact) {
        BigInteger[] parts = exact.getNumerator().divideAndRemainder(exact.getDenominator());
        // A fraction may carry its sign below the line.
        return BigFraction.of(
                exact.signum() < 0 && parts[1].signum() != 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }
}
