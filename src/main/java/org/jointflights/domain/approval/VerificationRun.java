package org.jointflights.domain.approval;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.Sentence;

/**
 * One check of everything signed and posted, as it is kept.
 *
 * @param by who asked for it
 * @param postings stored ones that were held against the signed versions
 * @param entries of the trail and of what administrators did
 * @param faults how much did not fit
 * @param first the first of what did not fit, at most {@link #MOST}
 */
public record VerificationRun(
        Instant at,
        String by,
        int versions,
        int signatures,
        int postings,
        long entries,
        int faults,
        List<Sentence> first) {

    /** Of more faults than these the rest is found by checking again. */
    public static final int MOST = 20;

    public VerificationRun {
        first = List.copyOf(first);
    }
}
