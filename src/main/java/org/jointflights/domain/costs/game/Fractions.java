package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** Fractions brought to one denominator, and the small sums every rule needs. */
final class Fractions {

    private Fractions() {}

    /** The least common denominator; 1 for none. */
    static BigInteger commonDenominator(Collection<BigFraction> fractions) {
        BigInteger common = BigInteger.ONE;
        for (BigFraction fraction : fractions) {
            // A fraction may carry its sign below the line.
            common = leastCommonMultiple(common, fraction.getDenominator().abs());
        }
        return common;
    }

    /** How many times {@code 1 / denominator} the fraction is; the denominator must be a multiple of its own. */
    static BigInteger numerator(BigFraction fraction, BigInteger denominator) {
        return fraction.getNumerator().multiply(denominator.divide(fraction.getDenominator()));
    }

    static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    static BigFraction sum(List<BigFraction> fractions) {
        return fractions.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** What the members of the group pay together. */
    static BigFraction sum(List<BigFraction> shares, long coalition) {
        BigFraction sum = BigFraction.ZERO;
        for (int player : Coalition.players(coalition)) {
            sum = sum.add(shares.get(player));
        }
        return sum;
    }
}
