package org.jointflights.domain.flight;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * One state's part in a flight.
 *
 * @param seats declared until the commitment date, committed from then on
 * @param embarkation IATA code of the airport where its people board
 * @param handOver IATA code where they are handed over; nothing means the last destination
 * @param reason why it declined or withdrew
 * @param since when it got this status
 */
public record Participation(
        OperationReference reference,
        Party party,
        Status status,
        Seats seats,
        @Nullable String embarkation,
        @Nullable String handOver,
        @Nullable String reason,
        Instant since) {

    /** How far the state's part has come. */
    public enum Status {
        INVITED,
        DECLARED,
        DECLINED,
        COMMITTED,
        WITHDRAWN
    }

    public static Participation invited(OperationReference reference, Party party, Instant now) {
        return new Participation(reference, party, Status.INVITED, Seats.NONE, null, null, null, now);
    }

    /** Whether the state takes part as things stand. */
    public boolean takesPart() {
        return status == Status.DECLARED || status == Status.COMMITTED;
    }

    public Participation declared(Seats seats, String embarkation, @Nullable String handOver, Instant now) {
        return new Participation(reference, party, Status.DECLARED, seats, embarkation, handOver, null, now);
    }

    public Participation declined(String why, Instant now) {
        return new Participation(reference, party, Status.DECLINED, Seats.NONE, null, null, why, now);
    }

    public Participation committed(Instant now) {
        return new Participation(reference, party, Status.COMMITTED, seats, embarkation, handOver, reason, now);
    }

    /** The seats stay on record: after the commitment date the signed version still counts them. */
    public Participation withdrawn(String why, Instant now) {
        return new Participation(reference, party, Status.WITHDRAWN, seats, embarkation, handOver, why, now);
    }
}
