package org.jointflights.domain.flight;

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

    /** Whether the aircraft has left, or never will: withdrawal, postponement and cancellation are then refused. */
    public boolean isAfterDeparture() {
        return compareTo(IN_FLIGHT) >= 0;
    }

    /** Whether the signed version stands: from the commitment date on. */
    public boolean isCommitted() {
        return compareTo(CONTRACTING) >= 0 && this != GIVEN_UP;
    }

    public boolean isOver() {
        return this == CLOSED || this == CANCELLED || this == GIVEN_UP;
    }
}
