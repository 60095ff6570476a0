package org.jointflights.domain.picture;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;

/**
 * Where values lie along a line, in hundredths of a pixel. Values are whole numbers and the place is computed exactly and rounded
 * once, half up: what is drawn is never off by more than half a hundredth, whatever the amounts are.
 *
 * @param from where the least value lies
 * @param to where the greatest value lies
 */
public record Scale(long from, long to, BigInteger least, BigInteger most) {

    /** Hundredths in a pixel. */
    public static final long PIXEL = 100;

    /** Throws {@link IllegalArgumentException} unless there is some way between the two ends. */
    public Scale {
        if (least.compareTo(most) >= 0) {
            throw new IllegalArgumentException(least + " is not below " + most);
        }
    }

    /** Wide enough for all the values, and for nothing at all: bars begin at zero. */
    public static Scale fromZero(long from, long to, Collection<Long> values) {
        BigInteger least = BigInteger.ZERO;
        BigInteger most = BigInteger.ZERO;
        for (long value : values) {
            least = least.min(BigInteger.valueOf(value));
            most = most.max(BigInteger.valueOf(value));
        }
        return new Scale(from, to, least, least.equals(most) ? least.add(BigInteger.ONE) : most);
    }

    /** Of the moments between the two, to the millisecond. */
    public static Scale ofTime(long from, long to, Instant first, Instant last) {
        long begin = first.toEpochMilli();
        return new Scale(
                from, to, BigInteger.valueOf(begin), BigInteger.valueOf(Math.max(begin + 1, last.toEpochMilli())));
    }

    /** Where the value lies. */
    public long at(long value) {
        BigInteger way = BigInteger.valueOf(value).subtract(least).multiply(BigInteger.valueOf(to - from));
        BigInteger all = most.subtract(least);
        // Half up: floor((2 way + all) / (2 all)).
        BigInteger[] parts = way.shiftLeft(1).add(all).divideAndRemainder(all.shiftLeft(1));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return Math.addExact(from, floor.longValueExact());
    }

    /** Where the moment lies; one outside of the scale lies at its end. */
    public long at(Instant moment) {
        long at = at(moment.toEpochMilli());
        return Math.max(from, Math.min(to, at));
    }
}
