package org.jointflights.application.costs;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;

/** A budget that cannot be shared as it stands, for example because nobody who shares an item has any seat. */
public final class CannotDivide extends Exception {

    private static final long serialVersionUID = 1;

    private final transient BadInput why;

    CannotDivide(BadInput why) {
        super(why.code(), why);
        this.why = why;
    }

    /** What is in the way and what would be right. */
    public Sentence why() {
        return why.asSentence();
    }
}
