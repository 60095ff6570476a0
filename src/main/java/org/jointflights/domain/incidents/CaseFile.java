package org.jointflights.domain.incidents;

import org.jointflights.domain.OperationReference;

/** One serious incident or complaint of a flight, by its kind and number: each has texts of its own, with a term of its own. */
public record CaseFile(OperationReference reference, Kind kind, int number) {

    /** What it is. */
    public enum Kind {
        INCIDENT,
        COMPLAINT
    }

    /** Within the flight: {@code INCIDENT/1}. */
    public String name() {
        return kind + "/" + number;
    }
}
