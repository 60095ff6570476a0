package org.jointflights.domain.incidents;

import org.jointflights.domain.Sentence;

/** The four categories of a serious incident report; what the first three are is assumed, the fourth is of rights. */
public enum IncidentCategory {
    CATEGORY_1,
    CATEGORY_2,
    CATEGORY_3,
    /** A possible violation of fundamental rights. */
    CATEGORY_4;

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("incidents.category." + name());
    }
}
