package org.jointflights.domain.costs;

import java.util.Locale;
import org.jointflights.domain.Sentence;

/** What a cost is for: the headings under which return operations are accounted. */
public enum CostCategory {
    CHARTER,
    CONNECTING_FLIGHT,
    HANDLING,
    CATERING,
    ESCORTS,
    MEDICAL,
    INTERPRETER,
    ADVANCE_PARTY,
    GROUND_TRANSPORT,
    ACCOMMODATION,
    VISAS,
    FRONTEX_MISSION,
    CANCELLATION,
    OTHER;

    /** The heading in that language. */
    public String label(Locale language) {
        return words().in(language);
    }

    /** The heading, for another sentence. */
    public Sentence words() {
        return Sentence.of("costs.budget.category." + name());
    }
}
