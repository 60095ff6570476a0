package org.jointflights.domain.costs;

import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;

/** A party to the flight's costs: the seats it committed to, and the seats its people really took. */
public record Participant(Party party, Seats committed, Seats used) {

    /** Before the flight, when what will be used is what is committed. */
    public static Participant committed(Party party, Seats seats) {
        return new Participant(party, seats, seats);
    }
}
