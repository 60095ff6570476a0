package org.jointflights.application.settlement;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Posting;

/** The accounts of each flight: postings are added and never changed. */
public interface Postings {

    /** In the order of their numbers. */
    List<Posting> of(OperationReference reference);

    /**
     * Posted at that instant. Throws {@link org.jointflights.domain.Conflict} if somebody else has posted meanwhile, or the
     * accounts of that year (UTC) or of a later one are closed.
     */
    void add(OperationReference reference, List<Posting> postings, Instant at);
}
