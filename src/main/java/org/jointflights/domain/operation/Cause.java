package org.jointflights.domain.operation;

import org.jointflights.domain.Sentence;

/** Why somebody is not flown, or not handed over, after all. */
public enum Cause {
    COURT,
    INTERIM_MEASURE,
    ASYLUM,
    MEDICAL,
    VULNERABILITY,
    DOCUMENT,
    ABSCONDED,
    OTHER;

    /** For example {@code a court}. */
    public Sentence words() {
        return Sentence.of("operation.cause." + name());
    }
}
