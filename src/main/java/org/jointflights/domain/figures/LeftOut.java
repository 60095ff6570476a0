package org.jointflights.domain.figures;

import org.jointflights.domain.Sentence;

/** Why a flight that a figure is about is not counted in it. */
public enum LeftOut {
    /** Its accounts are not final. */
    ACCOUNTS_OPEN,
    /** Its accounts are final, and nothing was paid. */
    NOTHING_POSTED,
    /** What was paid for it is in more than one currency, and currencies are never added up. */
    SEVERAL_CURRENCIES,
    NO_CONTRACT,
    /** Nothing on record says when it was proposed. */
    NO_PROPOSAL,
    NO_CAPACITY,
    NO_ROUTE;

    /** Why, in words. */
    public Sentence words() {
        return Sentence.of("figures.leftOut." + name());
    }
}
