package org.jointflights.domain.settlement;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;

/**
 * The final posting of a flight's shares; there is one, and it never changes.
 *
 * @param statement the version of the accounts that all had signed
 * @param shares those that a carry came into or goes on from, in the order in which they were posted
 */
public record FinalPosting(OperationReference reference, int statement, Instant at, List<FinalShare> shares) {

    public FinalPosting {
        shares = List.copyOf(shares);
    }
}
