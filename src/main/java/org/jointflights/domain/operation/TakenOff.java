package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/**
 * People who left the list, as a head count; their seats stay empty.
 *
 * @param point when, {@link HeadCount#leaving} deciding: at a stop-over they leave the aircraft, at the last call they
 *     stay on board and fly back
 * @param stop place on the route, 0 before the departure
 * @param persons at least 1
 */
public record TakenOff(
        OperationReference reference,
        Party party,
        GatePoint point,
        int stop,
        int persons,
        Cause cause,
        String reason,
        String by,
        Instant at) {}
