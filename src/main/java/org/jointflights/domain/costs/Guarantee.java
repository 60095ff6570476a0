package org.jointflights.domain.costs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * A promise about the shares and whether these figures keep it.
 *
 * @param witnesses where it is broken, who would be better off and by how much
 */
public record Guarantee(Promise promise, Verdict verdict, Sentence words, List<Witness> witnesses) {

    /** What can be promised. */
    public enum Promise {
        /** The shares of every item add up to it. */
        SUMS,
        /** Nobody pays more than flying alone would cost. */
        STAND_ALONE,
        /** No group would pay less by itself (the core). */
        CORE,
        /** Who is alike pays alike. */
        EQUAL_TREATMENT,
        /** Who adds no cost pays none. */
        NO_COST_NO_SHARE,
        /** One more state aboard raises nobody's bill. */
        JOINING
    }

    /** The answer. */
    public enum Verdict {
        KEPT,
        BROKEN,
        /** The input lacks what the check needs; the words say what. */
        NOT_CHECKED
    }

    /** These parties would be better off by this much, rounded up to the next whole unit. */
    public record Witness(Set<Party> parties, Money gain) {}

    public Guarantee {
        witnesses = List.copyOf(witnesses);
    }

    /** The answer in words. */
    public String sentence(Locale language) {
        return words.in(language);
    }
}
