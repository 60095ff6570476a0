package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * In which exact proportions something is divided: whole weights and their sum, which is above zero. Kept in 64 bits as
 * long as they fit, because almost all do, and in whole numbers of any size besides.
 */
final class Proportions {

    private final long @Nullable [] small;
    private final long smallTotal;
    private BigInteger @Nullable [] weights;
    private final BigInteger total;

    private Proportions(long[] small, long smallTotal) {
        this.small = small;
        this.smallTotal = smallTotal;
        this.total = BigInteger.valueOf(smallTotal);
    }

    private Proportions(BigInteger[] weights, BigInteger total) {
        this.small = null;
        this.smallTotal = 0;
        this.weights = weights;
        this.total = total;
    }

    /** Weights of zero or more; nothing where all of them are zero. */
    static @Nullable Proportions of(long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (total + weight < 0) {
                return of(Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
            }
            total += weight;
        }
        return total > 0 ? new Proportions(weights, total) : null;
    }

    private static @Nullable Proportions of(BigInteger[] weights) {
        BigInteger total = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0) {
            return null;
        }
        boolean fits = total.bitLength() < Long.SIZE
                && Arrays.stream(weights).allMatch(weight -> weight.signum() >= 0 && weight.bitLength() < Long.SIZE);
        return fits
                ? new Proportions(
                        Arrays.stream(weights)
                                .mapToLong(BigInteger::longValueExact)
                                .toArray(),
                        total.longValueExact())
                : new Proportions(weights, total);
    }

    /** Proportions of fractions, brought to their least whole weights; nothing where their sum is not above zero. */
    static @Nullable Proportions of(BigFraction[] shares) {
        BigInteger denominator = BigInteger.ONE;
        for (BigFraction share : shares) {
            // A fraction may carry its sign below the line.
            denominator = lcm(denominator, share.getDenominator().abs());
        }
        BigInteger[] whole = new BigInteger[shares.length];
        BigInteger divisor = BigInteger.ZERO;
        for (int i = 0; i < shares.length; i++) {
            whole[i] = shares[i].getNumerator().multiply(denominator.divide(shares[i].getDenominator()));
            divisor = divisor.gcd(whole[i]);
        }
        for (int i = 0; i < whole.length && divisor.signum() > 0; i++) {
            whole[i] = whole[i].divide(divisor);
        }
        return of(whole);
    }

    /** Whether all weights without their signs are at most so many times their sum. */
    boolean turnOverAtMost(int times) {
        return small != null
                || Arrays.stream(wide())
                                .map(BigInteger::abs)
                                .reduce(BigInteger.ZERO, BigInteger::add)
                                .compareTo(total.multiply(BigInteger.valueOf(times)))
                        <= 0;
    }

    int size() {
        return small == null ? wide().length : small.length;
    }

    BigInteger weight(int i) {
        return wide()[i];
    }

    BigInteger total() {
        return total;
    }

    /** The weights, where all of them and their sum fit into 64 bits and none is negative. */
    long @Nullable [] small() {
        return small;
    }

    long smallTotal() {
        return smallTotal;
    }

    /** The exact part of an amount that falls to the {@code i}th. */
    BigFraction part(BigInteger amount, int i) {
        return BigFraction.of(amount.multiply(wide()[i]), total);
    }

    /** Made of the small ones when first asked for; making them twice at once does no harm. */
    private BigInteger[] wide() {
        BigInteger[] made = weights;
        if (made == null) {
            made = Arrays.stream(Objects.requireNonNull(small))
                    .mapToObj(BigInteger::valueOf)
                    .toArray(BigInteger[]::new);
            weights = made;
        }
        return made;
    }

    /** The greatest common divisor of two numbers that are not negative, by Stein: divisions are what takes time in Euclid's way. */
    static long gcd(long a, long b) {
        if (a == 0 || b == 0) {
            return a + b;
        }
        int twos = Long.numberOfTrailingZeros(a | b);
        long one = a >> Long.numberOfTrailingZeros(a);
        long other = b;
        while (other != 0) {
            other >>= Long.numberOfTrailingZeros(other);
            long smaller = Math.min(one, other);
            other = Math.abs(one - other);
            one = smaller;
        }
        return one << twos;
    }

    static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
