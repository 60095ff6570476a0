package org.jointflights.application.webhook;

import java.util.List;
import org.jointflights.application.trail.TrailEntry;

/** The trail in the order in which it was committed: behind a number that was read nothing comes later. */
public interface ChainedEntries {

    /** The next ones behind that number. */
    List<Chained> after(long number, int most);

    /** The last number. */
    long last();

    /** An entry and its number. */
    record Chained(long number, TrailEntry entry) {}
}
