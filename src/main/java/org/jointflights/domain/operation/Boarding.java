package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;

/**
 * A state's people as they were counted on board, at which place on the route, by whom and when.
 *
 * @param destinationEscorts of the state of destination, who were seen aboard with them: nobody's seats, on a collecting flight
 */
public record Boarding(
        OperationReference reference,
        Party party,
        int stop,
        Seats aboard,
        int destinationEscorts,
        String by,
        Instant at) {

    /** Of a flight whose escorts are all of those who take part. */
    public Boarding(OperationReference reference, Party party, int stop, Seats aboard, String by, Instant at) {
        this(reference, party, stop, aboard, 0, by, at);
    }
}
