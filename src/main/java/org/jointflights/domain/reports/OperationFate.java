package org.jointflights.domain.reports;

import org.jointflights.domain.Sentence;

/** What became of an operation that left or was to leave. */
public enum OperationFate {
    FLOWN,
    /** It has left, and has not ended. */
    UNDER_WAY,
    /** Turned back, or ended, with people aboard. */
    ABORTED,
    REFUSED_ON_ARRIVAL,
    CANCELLED,
    /** Called back before it left, and not opened again. */
    RECALLED;

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("reports.fate." + name());
    }
}
