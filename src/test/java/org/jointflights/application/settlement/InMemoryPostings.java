package org.jointflights.application.settlement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Posting;

/** Postings without a database. */
public final class InMemoryPostings implements Postings {

    private final Map<OperationReference, SortedMap<Integer, Posting>> postings = new HashMap<>();

    @Override
    public List<Posting> of(OperationReference reference) {
        return List.copyOf(postings.getOrDefault(reference, new TreeMap<>()).values());
    }

    @Override
    public void add(OperationReference reference, List<Posting> added, Instant at) {
        SortedMap<Integer, Posting> all = postings.computeIfAbsent(reference, first -> new TreeMap<>());
        for (Posting posting : added) {
            if (all.putIfAbsent(posting.number(), posting) != null) {
                throw Conflict.of("settlement.changed", reference);
            }
        }
    }
}
