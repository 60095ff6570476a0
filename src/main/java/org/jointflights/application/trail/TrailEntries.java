package org.jointflights.application.trail;

import java.util.List;
import org.jointflights.domain.OperationReference;

/** All that ever happened; entries are added and never changed. */
public interface TrailEntries {

    void add(TrailEntry entry);

    /** In the order in which it happened. */
    List<TrailEntry> of(OperationReference reference);
}
