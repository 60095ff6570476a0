package org.jointflights.domain.hours;

import org.jointflights.domain.Party;

/** One side of an exchange on a party's account: what it gave (above zero), or what it received (below). */
public record HoursPosting(Party party, Kind kind, Efh amount) {

    /** Which side it is; a reversal posts the opposite on the same side. */
    public enum Kind {
        GIVEN,
        RECEIVED
    }
}
