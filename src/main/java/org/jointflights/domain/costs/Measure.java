package org.jointflights.domain.costs;

/** What a party is weighed by. */
public enum Measure {
    STATES,
    RETURNEES,
    SEATS
}
