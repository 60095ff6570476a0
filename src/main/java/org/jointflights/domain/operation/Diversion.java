package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;

/**
 * The aircraft came down at another airport than planned, where nobody leaves it for good: from there it flies on to where it
 * was to land, or the operation is ended.
 *
 * @param stop its place on the journey, diversions before it included
 * @param kmOnward from there to where it was to land
 */
public record Diversion(
        OperationReference reference, int stop, String airport, int kmOnward, String reason, String by, Instant at) {}
