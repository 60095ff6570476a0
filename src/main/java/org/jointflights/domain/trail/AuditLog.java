package org.jointflights.domain.trail;

import org.jointflights.domain.Sentence;

/** What is only ever added to: each of them is a chain of its own, since not the same people may read them. */
public enum AuditLog {
    /** What happened to flights. */
    TRAIL,
    /** What administrators did. */
    ADMINISTRATION;

    /** Its name for people. */
    public Sentence words() {
        return Sentence.of("verification.log." + name());
    }
}
