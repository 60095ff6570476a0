package org.jointflights.domain.flight;

import org.jointflights.domain.Sentence;

/** Where a flight stands in its life, in the law's order. */
public enum Stage {
    PLANNING,
    COST_SHARING,
    APPROVAL,
    CONTRACTING,
    PERMITS,
    OPERATION,
    IN_FLIGHT,
    SETTLEMENT,
    CLOSED,
    CANCELLED,
    GIVEN_UP;

    /**
     * Whether the flight may pass from here to there: to the next stage; until departure back to an earlier one, where the
     * plan has changed, or, cancelled, to the settlement; past the contract if one stands; given up before anything was
     * committed. Where it has ended it stays.
     */
    public boolean mayPassTo(Stage next) {
        boolean back = !isAfterDeparture() && compareTo(next) > 0;
        return back
                || switch (next) {
                    case PLANNING -> false;
                    case COST_SHARING -> this == PLANNING;
                    case APPROVAL -> this == COST_SHARING;
                    case CONTRACTING -> this == APPROVAL;
                    case PERMITS -> this == APPROVAL || this == CONTRACTING;
                    case OPERATION -> this == PERMITS;
                    case IN_FLIGHT -> this == OPERATION;
                    case SETTLEMENT -> compareTo(SETTLEMENT) < 0;
                    case CLOSED, CANCELLED -> this == SETTLEMENT;
                    case GIVEN_UP -> !isCommitted() && this != GIVEN_UP;
                };
    }

    /** Whether the aircraft has left, or never will: withdrawal, postponement and cancellation are then refused. */
    public boolean isAfterDeparture() {
        return compareTo(IN_FLIGHT) >= 0;
    }

    /** Whether there is anything left to stop: until the last people are handed over, in flight too. */
    public boolean maySuspend() {
        return compareTo(IN_FLIGHT) <= 0;
    }

    /** Whether the signed version stands: from the commitment date on. */
    public boolean isCommitted() {
        return compareTo(CONTRACTING) >= 0 && this != GIVEN_UP;
    }

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("flight.stage." + name());
    }

    public boolean isOver() {
        return this == CLOSED || this == CANCELLED || this == GIVEN_UP;
    }
}
