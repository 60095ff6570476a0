package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * The people of a state who came back with the aircraft, as counted where they landed. Before any other flight they are
 * verified from the beginning: gate G2 first.
 *
 * @param landed how many were counted
 * @param missing how many flew back by the count on board and were not there
 * @param reason why anybody is missing
 */
public record Returned(
        OperationReference reference,
        Party party,
        int landed,
        int missing,
        @Nullable String reason,
        String by,
        Instant at) {}
