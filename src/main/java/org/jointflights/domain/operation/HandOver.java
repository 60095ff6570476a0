package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * A state's people at the end of the flight: how many it handed over, how many return with the aircraft.
 *
 * @param withProperty how many of those handed over had their property back against a receipt; nothing where that was not asked
 * @param reason why anybody returns, as typed, or LAST_CALL where that was not clear; nothing if nobody does
 */
public record HandOver(
        OperationReference reference,
        Party party,
        int handedOver,
        int returning,
        @Nullable Integer withProperty,
        @Nullable String reason,
        String by,
        Instant at) {}
