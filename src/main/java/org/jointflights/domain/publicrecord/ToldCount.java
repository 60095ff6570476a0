package org.jointflights.domain.publicrecord;

import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A number of people, or of events of which each may be about one person, as the public is told it.
 *
 * @param exactly the number; nothing where it is too small to be told, none at all included, since who reads the record
 *     again would see the first one come
 */
public record ToldCount(@Nullable Integer exactly) {

    /**
     * The smallest number that is told: nobody can be told from four others (k-anonymity with k = 5, Sweeney 2002), which is
     * a usual threshold of statistical offices for cells of a table. Assumed: no source sets one for return flights.
     */
    public static final int FEWEST_TOLD = 5;

    /** Throws {@link IllegalArgumentException} for a number that may not be told. */
    public ToldCount {
        if (exactly != null && !mayBeTold(exactly)) {
            throw new IllegalArgumentException("too small to be told");
        }
    }

    /** As the public is told it. */
    public static ToldCount of(int number) {
        return new ToldCount(mayBeTold(number) ? number : null);
    }

    /** Whether so many are enough for nobody of them to be known. */
    public static boolean mayBeTold(int number) {
        return number >= FEWEST_TOLD;
    }

    /** The number, or that it is smaller than the smallest that is told. */
    public Sentence words() {
        return exactly == null
                ? Sentence.of("publicrecord.fewer", FEWEST_TOLD)
                : Sentence.of("publicrecord.exactly", exactly);
    }
}
