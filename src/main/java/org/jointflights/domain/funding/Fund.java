package org.jointflights.domain.funding;

/** Where the money for a party's costs comes from; one cost line is paid from one fund only. Which fund pays for flights of which
 * years, to whom and at which rate, stands in the table {@code coFinancing}. */
public enum Fund {
    /** Frontex's own budget. */
    FRONTEX,
    /** The Commission's preparatory action, which paid for flights of 2009. */
    PREPARATORY_ACTION,
    /** The European Return Fund, for flights from 2008 to 2013: what it pays, Frontex does not. */
    RETURN_FUND,
    /** The Asylum, Migration and Integration Fund, in its place from 2014 on: what it pays, Frontex does not. */
    AMIF,
    /** The party itself. */
    NATIONAL
}
