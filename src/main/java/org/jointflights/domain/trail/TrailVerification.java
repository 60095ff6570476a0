package org.jointflights.domain.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jointflights.domain.Sentence;

/**
 * What came out of the check of all chains.
 *
 * @param witnesses what somebody wrote down earlier: each has to be in one of them
 */
public record TrailVerification(List<ChainReport> chains, Collection<ChainHead> witnesses) {

    public TrailVerification {
        chains = List.copyOf(chains);
        witnesses = List.copyOf(witnesses);
    }

    /** Every break, chain by chain, then what was written down and is in none of them. */
    public List<Sentence> faults() {
        List<Sentence> faults = new ArrayList<>();
        chains.forEach(chain -> faults.addAll(chain.faults()));
        witnesses.stream()
                .filter(witness ->
                        chains.stream().noneMatch(chain -> chain.met().contains(witness)))
                .forEach(witness ->
                        faults.add(Sentence.of("verification.trail.break.lost", witness.number(), witness.hash())));
        return faults;
    }

    /** Whether all is as it was written, or the first break. */
    public Sentence outcome() {
        List<Sentence> faults = faults();
        if (faults.isEmpty()) {
            return Sentence.of(witnesses.isEmpty() ? "verification.trail.good" : "verification.trail.contains");
        }
        return Sentence.of("verification.bad", faults.size(), faults.get(0));
    }
}
