package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;

/** A state's people as they were counted on board, at which place on the route, by whom and when. */
public record Boarding(OperationReference reference, Party party, int stop, Seats aboard, String by, Instant at) {}
