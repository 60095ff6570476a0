package org.jointflights.domain.reports;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Worded;

/**
 * A number, with what each flight behind it adds to it.
 *
 * @param key what programs call it, for example {@code operations/kind/JRO}
 * @param words what people call it
 */
public record Figure(String key, Worded words, SortedMap<OperationReference, Integer> flights) {

    /** Flights that add nothing are not behind it. */
    public Figure {
        SortedMap<OperationReference, Integer> behind = new TreeMap<>(flights);
        behind.values().removeIf(count -> count == 0);
        flights = Collections.unmodifiableSortedMap(behind);
    }

    /** The number. */
    public int total() {
        return flights.values().stream().mapToInt(Integer::intValue).sum();
    }
}
