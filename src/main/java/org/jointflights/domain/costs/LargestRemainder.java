package org.jointflights.domain.costs;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Rounds exact shares to whole cents that add up (Hamilton's method): everybody gets the whole cents of their share; the
 * cents still missing go one each to the largest remainders, then to the larger weight, then to the earlier code. So
 * every posting is within a cent of the exact share. What holds for an amount holds mirrored for its negative.
 */
public final class LargestRemainder {

    private static final long LOW = 0xFFFF_FFFFL;

    private LargestRemainder() {}

    /** The same by whole weights of zero or more. Throws {@link IllegalArgumentException} where all of them are zero. */
    public static long[] split(long amount, long[] weights) {
        Proportions by = Proportions.of(weights);
        if (by == null) {
            throw new IllegalArgumentException("nobody to split between");
        }
        return split(amount, by);
    }

    /** The amount in these proportions, in whole units. */
    static long[] split(long amount, Proportions by) {
        long[] weights = by.small();
        if (weights == null || amount == Long.MIN_VALUE) {
            return splitBig(BigInteger.valueOf(amount), by);
        }
        long whole = Math.abs(amount);
        long total = by.smallTotal();
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long missing = whole;
        for (int i = 0; i < weights.length; i++) {
            long high = Math.multiplyHigh(whole, weights[i]);
            long low = whole * weights[i];
            long part = high == 0 && low >= 0 ? low / total : quotient(high, low, total);
            parts[i] = part;
            remainders[i] = low - part * total;
            missing -= part;
        }
        for (; missing > 0; missing--) {
            int next = 0;
            for (int i = 1; i < weights.length; i++) {
                if (remainders[i] > remainders[next]
                        || (remainders[i] == remainders[next] && weights[i] > weights[next])) {
                    next = i;
                }
            }
            parts[next]++;
            remainders[next] = -1;
        }
        return amount < 0 ? negated(parts) : parts;
    }

    /** Exact shares whose sum is a whole amount; {@code by} only breaks ties. */
    static long[] round(BigFraction[] shares, long amount, Proportions by) {
        BigInteger[] floors = new BigInteger[shares.length];
        BigFraction[] remainders = new BigFraction[shares.length];
        for (int i = 0; i < shares.length; i++) {
            BigFraction share = amount < 0 ? shares[i].negate() : shares[i];
            floors[i] = floor(share.getNumerator(), share.getDenominator());
            remainders[i] = share.subtract(floors[i]);
        }
        long[] parts = handOut(BigInteger.valueOf(amount).abs(), floors, remainders, by);
        return amount < 0 ? negated(parts) : parts;
    }

    private static long[] splitBig(BigInteger amount, Proportions by) {
        BigInteger whole = amount.abs();
        BigInteger[] floors = new BigInteger[by.size()];
        BigInteger[] remainders = new BigInteger[by.size()];
        for (int i = 0; i < floors.length; i++) {
            BigInteger product = whole.multiply(by.weight(i));
            floors[i] = floor(product, by.total());
            remainders[i] = product.subtract(floors[i].multiply(by.total()));
        }
        long[] parts = handOut(whole, floors, remainders, by);
        return amount.signum() < 0 ? negated(parts) : parts;
    }

    private static <R extends Comparable<R>> long[] handOut(
            BigInteger whole, BigInteger[] floors, R[] remainders, Proportions by) {
        BigInteger missing = whole;
        for (BigInteger floor : floors) {
            missing = missing.subtract(floor);
        }
        boolean[] served = new boolean[floors.length];
        for (long left = missing.longValueExact(); left > 0; left--) {
            int next = -1;
            for (int i = 0; i < floors.length; i++) {
                if (!served[i] && (next < 0 || comesFirst(i, next, remainders, by))) {
                    next = i;
                }
            }
            served[next] = true;
            floors[next] = floors[next].add(BigInteger.ONE);
        }
        long[] parts = new long[floors.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = floors[i].longValueExact();
        }
        return parts;
    }

    private static <R extends Comparable<R>> boolean comesFirst(int i, int next, R[] remainders, Proportions by) {
        int order = remainders[i].compareTo(remainders[next]);
        return order > 0 || (order == 0 && by.weight(i).compareTo(by.weight(next)) > 0);
    }

    private static BigInteger floor(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static long[] negated(long[] parts) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.negateExact(parts[i]);
        }
        return parts;
    }

    /**
     * A product of 128 bits divided by 64 bits, where the quotient is known to fit (Knuth, The Art of Computer
     * Programming 2, 4.3.1, algorithm D with two digits of 32 bits). Needs 0 ≤ high &lt; divisor.
     */
    static long quotient(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long upper = high << shift | low >>> -shift;
        long lower = low << shift;
        long first = digit(upper, lower >>> 32, d);
        long rest = (upper << 32 | lower >>> 32) - first * d;
        return (first << 32) + digit(rest, lower & LOW, d);
    }

    /** One digit of 32 bits: the three digits (upper, next) divided by the two of {@code d}. */
    private static long digit(long upper, long next, long d) {
        long dHigh = d >>> 32;
        long dLow = d & LOW;
        long digit = Long.divideUnsigned(upper, dHigh);
        long rest = upper - digit * dHigh;
        while (digit > LOW || Long.compareUnsigned(digit * dLow, rest << 32 | next) > 0) {
            digit--;
            rest += dHigh;
            if (rest > LOW) {
                break;
            }
        }
        return digit;
    }
}
