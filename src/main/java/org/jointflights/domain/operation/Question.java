package org.jointflights.domain.operation;

import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;

/**
 * One gate that has to be answered once.
 *
 * @param party the state whose people it concerns; the organiser where the gate concerns the flight as a whole
 * @param stop place on the route where it is asked, 0 before the departure
 */
public record Question(Party party, Gate gate, GatePoint point, int stop) {

    /** {@code FR G2 at D-14}. */
    public Sentence words() {
        return Sentence.of("operation.question", party, gate, point.words());
    }
}
