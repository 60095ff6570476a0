package org.jointflights.domain.flight;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * The end of a flight before it left.
 *
 * @param causedBy the party whose decision it was; nothing if no party is answerable (a destination that withdrew its
 *     clearance, a court, the weather)
 * @param beforeDeparture how long before the planned departure it was decided: the carrier's ladder counts from here
 */
public record Cancellation(
        OperationReference reference,
        String reason,
        @Nullable Party causedBy,
        Instant at,
        Duration beforeDeparture,
        String decidedBy) {

    /** The end of that flight, decided now; {@link Conflict} once its aircraft has left. */
    public static Cancellation of(Flight flight, String reason, @Nullable Party causedBy, Instant now, String by) {
        flight.requireBeforeDeparture();
        return new Cancellation(
                flight.reference(), reason, causedBy, now, Duration.between(now, flight.departure()), by);
    }
}
