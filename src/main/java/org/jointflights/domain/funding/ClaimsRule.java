package org.jointflights.domain.funding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How too little money is divided over claims (O'Neill 1982; Aumann and Maschler 1985). Exact; nobody gets more than
 * their claim, and what is given out is the whole of it.
 */
public enum ClaimsRule {
    /** Everybody the same part of their claim: the default. */
    PROPORTIONAL,
    /** Everybody the same amount, but nobody more than the claim. */
    EQUAL_AWARDS,
    /** Everybody loses the same amount, but nobody more than the claim. */
    EQUAL_LOSSES,
    /** Halves of the claims by equal awards while money is short of half, by equal losses beyond. */
    TALMUD;

    /** {@code available} is from zero to the sum of the claims, which are zero or more. */
    BigFraction[] award(BigFraction available, BigFraction[] claims) {
        BigFraction claimed = Arrays.stream(claims).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction lost = claimed.subtract(available);
        return switch (this) {
            case PROPORTIONAL ->
                claimed.isZero()
                        ? claims.clone()
                        : each(claims, claim -> claim.multiply(available).divide(claimed));
            case EQUAL_AWARDS -> equal(available, claims);
            case EQUAL_LOSSES -> less(claims, equal(lost, claims));
            case TALMUD -> {
                BigFraction[] halves = each(claims, claim -> claim.divide(2));
                boolean shortOfHalf = available.multiply(2).compareTo(claimed) <= 0;
                yield shortOfHalf ? equal(available, halves) : less(claims, equal(lost, halves));
            }
        };
    }

    private static BigFraction[] equal(BigFraction available, BigFraction[] claims) {
        BigFraction[] awards = new BigFraction[claims.length];
        Integer[] smallestFirst = IntStream.range(0, claims.length).boxed().toArray(Integer[]::new);
        Arrays.sort(smallestFirst, Comparator.comparing(i -> claims[i]));
        BigFraction left = available;
        for (int done = 0; done < claims.length; done++) {
            int next = smallestFirst[done];
            BigFraction each = left.divide(claims.length - done);
            awards[next] = claims[next].compareTo(each) < 0 ? claims[next] : each;
            left = left.subtract(awards[next]);
        }
        return awards;
    }

    private static BigFraction[] less(BigFraction[] claims, BigFraction[] losses) {
        BigFraction[] awards = new BigFraction[claims.length];
        Arrays.setAll(awards, i -> claims[i].subtract(losses[i]));
        return awards;
    }

    private static BigFraction[] each(BigFraction[] claims, UnaryOperator<BigFraction> change) {
        return Arrays.stream(claims).map(change).toArray(BigFraction[]::new);
    }
}
