package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What rounding the shares of one item down leaves of each, and in which order they come for one unit more: by rest, then by
 * weight, then by code. In 64 bits where everything fits, which is the rule: a statement asks this of every posting.
 */
abstract sealed class Rests {

    private static final int READABLE_BITS = 40;
    private static final int DECIMALS = 6;

    private final int leftOver;
    private final int[] ranks;

    /** Which of two places comes first; negative for the first of them. */
    @FunctionalInterface
    private interface Order {
        int compare(int one, int other);
    }

    private Rests(int size, long leftOver, Order earlier) {
        this.leftOver = Math.toIntExact(leftOver);
        this.ranks = new int[size];
        for (int place = 0; place < size; place++) {
            ranks[place] = 1;
            for (int other = 0; other < size; other++) {
                int order = other == place ? 1 : earlier.compare(other, place);
                ranks[place] += order < 0 || (order == 0 && other < place) ? 1 : 0;
            }
        }
    }

    static Rests of(ItemShares shares) {
        long[] weights = shares.by().small();
        long amount = shares.item().amount().minor();
        return weights != null && shares.isPlain() && fits(amount, weights, shares.size())
                ? Small.of(amount, weights, shares.by().smallTotal())
                : Wide.of(shares);
    }

    private static boolean fits(long amount, long[] weights, int size) {
        boolean fits = true;
        for (int i = 0; fits && i < size; i++) {
            fits = Math.multiplyHigh(amount, weights[i]) == 0 && amount * weights[i] >= 0;
        }
        return fits;
    }

    /** How many smallest units were left over when every due share was rounded down, and given to the largest rests. */
    int leftOver() {
        return leftOver;
    }

    /** From 1: how early the share comes for one unit more. */
    int rank(int place) {
        return ranks[place];
    }

    /** The share without any carry, rounded towards zero. */
    abstract long whole(int place);

    /** What that leaves, {@code 5/53} in lowest terms, or nothing at all: an empty text. */
    abstract String part(int place);

    /** Whether rounding the due share down leaves anything of it. */
    abstract boolean isBroken(int place);

    /** What rounding the due share down leaves; where its denominator has grown beyond reading, six decimals. */
    abstract String rest(int place);

    private static final class Small extends Rests {

        private final long[] wholes;
        private final long[] rests;
        private final long total;
        /** Written when first asked for; a reason says them twice. */
        private final @Nullable String[] parts;

        private Small(long[] wholes, long[] rests, long[] weights, long total, long leftOver) {
            super(rests.length, leftOver, (one, other) -> {
                int order = Long.compare(rests[other], rests[one]);
                return order == 0 ? Long.compare(weights[other], weights[one]) : order;
            });
            this.wholes = wholes;
            this.rests = rests;
            this.total = total;
            this.parts = new String[rests.length];
        }

        static Small of(long amount, long[] weights, long total) {
            long[] wholes = new long[weights.length];
            long[] rests = new long[weights.length];
            long left = amount;
            for (int i = 0; i < weights.length; i++) {
                wholes[i] = amount * weights[i] / total;
                rests[i] = amount * weights[i] - wholes[i] * total;
                left -= wholes[i];
            }
            return new Small(wholes, rests, weights, total, left);
        }

        @Override
        long whole(int place) {
            return wholes[place];
        }

        @Override
        String part(int place) {
            String known = parts[place];
            if (known == null) {
                long rest = rests[place];
                long divisor = Proportions.gcd(total, rest);
                known = rest == 0 ? "" : rest / divisor + "/" + total / divisor;
                parts[place] = known;
            }
            return known;
        }

        private boolean isReadable(long rest) {
            long readable = 1L << READABLE_BITS;
            return total < readable || total / Proportions.gcd(total, rest) < readable;
        }

        @Override
        boolean isBroken(int place) {
            return rests[place] != 0;
        }

        @Override
        String rest(int place) {
            long rest = rests[place];
            return rest == 0 || isReadable(rest)
                    ? (rest == 0 ? "0" : part(place))
                    : readable(BigFraction.of(BigInteger.valueOf(rest), BigInteger.valueOf(total)));
        }
    }

    private static final class Wide extends Rests {

        private final ItemShares shares;
        private final BigFraction[] rests;

        private Wide(ItemShares shares, BigFraction[] rests, long leftOver) {
            super(rests.length, leftOver, (one, other) -> {
                int order = rests[other].compareTo(rests[one]);
                return order == 0
                        ? shares.by().weight(other).compareTo(shares.by().weight(one))
                        : order;
            });
            this.shares = shares;
            this.rests = rests;
        }

        static Wide of(ItemShares shares) {
            BigFraction[] rests = new BigFraction[shares.size()];
            BigInteger left = BigInteger.valueOf(shares.item().amount().minor()).abs();
            for (int i = 0; i < rests.length; i++) {
                BigFraction due = shares.due(i);
                BigFraction rest = due.subtract(due.getNumerator().divide(due.getDenominator()));
                rests[i] = rest.signum() < 0 ? rest.add(1) : rest;
                left = left.subtract(due.subtract(rests[i]).getNumerator());
            }
            return new Wide(shares, rests, left.longValueExact());
        }

        @Override
        long whole(int place) {
            BigFraction exact = shares.exact(place);
            return exact.getNumerator().divide(exact.getDenominator()).longValueExact();
        }

        @Override
        String part(int place) {
            BigFraction exact = shares.exact(place);
            BigInteger rest = exact.getNumerator().remainder(exact.getDenominator());
            return rest.signum() == 0 ? "" : rest + "/" + exact.getDenominator();
        }

        @Override
        boolean isBroken(int place) {
            return rests[place].signum() != 0;
        }

        @Override
        String rest(int place) {
            return readable(rests[place]);
        }
    }

    private static String readable(BigFraction rest) {
        if (rest.getDenominator().bitLength() > READABLE_BITS) {
            return "≈ " + rest.bigDecimalValue(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
        }
        return rest.signum() == 0 ? "0" : rest.getNumerator() + "/" + rest.getDenominator();
    }
}
