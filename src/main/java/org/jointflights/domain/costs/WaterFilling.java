package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Shares between floors and caps: everybody pays the same rate per weight, unless that is below their floor or above
 * their cap, and the rate is the one at which all of it adds up. Exact; the rounded cents stay within whole floors and
 * caps.
 */
final class WaterFilling {

    /** At this rate one share begins (+weight) or stops (−weight) to rise. */
    private record Bend(BigFraction rate, BigInteger slope) {}

    private WaterFilling() {}

    /** The shares at that rate. */
    static BigFraction[] at(BigFraction rate, Proportions by, long[] floors, long[] caps) {
        BigFraction[] shares = new BigFraction[by.size()];
        for (int i = 0; i < shares.length; i++) {
            BigFraction share = rate.multiply(by.weight(i));
            BigFraction floor = BigFraction.of(floors[i]);
            BigFraction cap = BigFraction.of(caps[i]);
            BigFraction atMost = share.compareTo(cap) > 0 ? cap : share;
            shares[i] = atMost.compareTo(floor) < 0 ? floor : atMost;
        }
        return shares;
    }

    /** The rate per weight, in smallest units; caps of those who weigh something, and floors of the others, have to reach the amount. */
    static BigFraction rate(long total, Proportions by, long[] floors, long[] caps) {
        BigFraction amount = BigFraction.of(total);
        List<Bend> bends = new ArrayList<>();
        BigFraction filled = BigFraction.ZERO;
        for (int i = 0; i < floors.length; i++) {
            filled = filled.add(BigFraction.of(floors[i]));
            if (by.weight(i).signum() > 0) {
                bends.add(new Bend(BigFraction.of(BigInteger.valueOf(floors[i]), by.weight(i)), by.weight(i)));
                bends.add(new Bend(
                        BigFraction.of(BigInteger.valueOf(caps[i]), by.weight(i)),
                        by.weight(i).negate()));
            }
        }
        bends.sort(Comparator.comparing(Bend::rate));
        BigFraction rate = BigFraction.ZERO;
        BigInteger slope = BigInteger.ZERO;
        for (Bend bend : bends) {
            BigFraction next = filled.add(bend.rate.subtract(rate).multiply(slope));
            if (next.compareTo(amount) >= 0 && slope.signum() > 0) {
                break;
            }
            filled = next;
            rate = bend.rate;
            slope = slope.add(bend.slope);
        }
        return slope.signum() > 0 ? rate.add(amount.subtract(filled).divide(slope)) : rate;
    }
}
