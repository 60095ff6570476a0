package org.jointflights.application.trail;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;

/** A trail without a database. */
public final class InMemoryTrailEntries implements TrailEntries {

    private final List<TrailEntry> entries = new ArrayList<>();

    @Override
    public void add(TrailEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<TrailEntry> of(OperationReference reference) {
        return entries.stream()
                .filter(entry -> entry.reference().equals(reference))
                .toList();
    }

    /** Of all flights, in the order in which it happened. */
    public List<TrailEntry> entries() {
        return List.copyOf(entries);
    }

    /** What happened last, in whatever flight. */
    public TrailEntry last() {
        return entries.get(entries.size() - 1);
    }

    public boolean hasActor(String id) {
        return entries.stream().anyMatch(entry -> entry.actor().equals(id));
    }
}
