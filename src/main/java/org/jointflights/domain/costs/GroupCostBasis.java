package org.jointflights.domain.costs;

/** What a smaller group would have paid on its own: the measure that the guarantees and some keys compare with. */
public enum GroupCostBasis {
    /** It would have flown the legs of its members, at the same price a kilometre. */
    LEGS,
    /** It would have flown the same route, skipping the stops that none of its members needs. */
    ROUTE,
    /** It would have paid what was quoted to it. */
    QUOTES
}
