package org.jointflights.domain.publicrecord;

import org.jointflights.domain.Sentence;

/** How a flight ended. */
public enum Ending {
    CARRIED_OUT,
    TURNED_BACK,
    REFUSED_ON_ARRIVAL,
    /** Cancelled or given up before the departure. */
    NOT_FLOWN;

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("publicrecord.ending." + name());
    }
}
