package org.jointflights.application.costs;

import java.util.Locale;
import org.jointflights.domain.BadInput;

/** A budget that cannot be shared as it stands, for example because nobody who shares an item has any seat. */
public final class CannotDivide extends Exception {

    private static final long serialVersionUID = 1;

    private final transient BadInput why;

    CannotDivide(BadInput why) {
        super(why.sentence(Locale.ENGLISH), why);
        this.why = why;
    }

    /** What is in the way and what would be right, in that language. */
    public String sentence(Locale language) {
        return why.sentence(language);
    }
}
