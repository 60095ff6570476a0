package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * In which exact proportions something is divided: whole weights and their sum, which is above zero. Kept in 64 bits as
 * long as they fit, because almost all do, and in whole numbers of any size besides.
 */
final class Proportions {

    private final BigInteger[] weights;
    private final BigInteger total;
    private final long @Nullable [] small;
    private final long smallTotal;

    private Proportions(BigInteger[] weights) {
        this.weights = weights;
        this.total = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        boolean fits = total.bitLength() < Long.SIZE
                && Arrays.stream(weights).allMatch(weight -> weight.signum() >= 0 && weight.bitLength() < Long.SIZE);
        this.small = fits
                ? Arrays.stream(weights).mapToLong(BigInteger::longValueExact).toArray()
                : null;
        this.smallTotal = fits ? total.longValueExact() : 0;
    }

    /** Nothing where all weights are zero. */
    static @Nullable Proportions of(long[] weights) {
        Proportions proportions = new Proportions(
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
        return proportions.total.signum() > 0 ? proportions : null;
    }

    /** Proportions of fractions, brought to their least whole weights; nothing where their sum is not above zero. */
    static @Nullable Proportions of(BigFraction[] shares) {
        BigInteger denominator = BigInteger.ONE;
        for (BigFraction share : shares) {
            denominator = lcm(denominator, share.getDenominator());
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
        Proportions proportions = new Proportions(whole);
        return proportions.total.signum() > 0 ? proportions : null;
    }

    int size() {
        return weights.length;
    }

    BigInteger weight(int i) {
        return weights[i];
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
        return BigFraction.of(amount.multiply(weights[i]), total);
    }

    /** The part of one whole that falls to the {@code i}th. */
    BigFraction part(int i) {
        return part(BigInteger.ONE, i);
    }

    boolean hasNegative() {
        return Arrays.stream(weights).anyMatch(weight -> weight.signum() < 0);
    }

    static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
