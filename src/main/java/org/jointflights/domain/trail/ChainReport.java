package org.jointflights.domain.trail;

import java.util.List;
import java.util.Set;
import org.jointflights.domain.Sentence;

/**
 * What came out of the check of one chain.
 *
 * @param entries how many are there, with and without a place in the chain
 * @param head how far the chain goes, to be written down
 * @param met which of those that were written down earlier it contains
 * @param faults every break, in the order of the chain
 */
public record ChainReport(AuditLog log, long entries, ChainHead head, Set<ChainHead> met, List<Sentence> faults) {

    public ChainReport {
        met = Set.copyOf(met);
        faults = List.copyOf(faults);
    }
}
