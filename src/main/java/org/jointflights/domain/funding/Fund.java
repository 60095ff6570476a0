package org.jointflights.domain.funding;

/** Where the money for a party's costs comes from; one cost line is paid from one fund only. */
public enum Fund {
    /** Frontex's own budget. */
    FRONTEX,
    /** The Commission's preparatory action, which paid for flights of 2009. */
    PREPARATORY_ACTION,
    /** The European Return Fund: what it pays, Frontex does not. */
    RETURN_FUND,
    /** The party itself. */
    NATIONAL
}
