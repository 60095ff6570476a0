package org.jointflights.web.overview;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/** The pages of a flight, each with an address of its own, in the order of the bar that leads to them. */
public enum FlightSectionTab {
    OVERVIEW,
    PLAN,
    COSTS,
    SIGNATURES,
    OPERATION,
    ACCOUNTS,
    HISTORY;

    /** The last part of its address, and of the name of its template; no act of a flight has it. */
    public String path() {
        return switch (this) {
            case OVERVIEW -> "overview";
            case PLAN -> "plan";
            case COSTS -> "costs";
            case SIGNATURES -> "signatures";
            case OPERATION -> "operation";
            case ACCOUNTS -> "accounts";
            case HISTORY -> "history";
        };
    }

    /** Where it is; the first is the flight's own. */
    public String address(OperationReference reference) {
        return "/flights/" + reference + (this == OVERVIEW ? "" : "/" + path());
    }

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("flightpage.tab." + name());
    }
}
