package org.jointflights.domain.operation;

/** Who answers a gate: a role of each state for its own people, or one for the flight as a whole. */
public enum Answerer {
    LEGAL(false),
    COORDINATOR(false),
    DOCTOR(false),
    MONITOR(false),
    FINANCE(false),
    /** The escort leader of the organising state, who commands on board with the captain. */
    LEAD_ESCORT(true),
    RIGHTS_OFFICER(true),
    /** Legal staff of Frontex, who check for themselves that decisions exist. */
    FRONTEX(true);

    private final boolean forFlight;

    Answerer(boolean forFlight) {
        this.forFlight = forFlight;
    }

    /** Whether the answer holds for the whole flight; it is then kept under the organiser. */
    public boolean isForFlight() {
        return forFlight;
    }

    /** Whether this role may say that people are no longer on the list. */
    public boolean takesPeopleOff() {
        return this == LEGAL || this == DOCTOR || this == COORDINATOR;
    }
}
