package org.jointflights.domain.operation;

import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;

/** Where a state's people board and leave the aircraft, as places on the route, and the seats committed to it. */
public record Passage(Party party, Seats committed, int boardsAt, int leavesAt) {

    /** Whether they are on board when the aircraft stands at a stop between the two. */
    boolean isAboardAt(int stop) {
        return boardsAt < stop && stop < leavesAt;
    }

    /** Whether there is anybody whom the gates protect. */
    boolean hasReturnees() {
        return committed.returnees() > 0;
    }
}
