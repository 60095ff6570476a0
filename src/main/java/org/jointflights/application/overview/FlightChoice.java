package org.jointflights.application.overview;

import java.util.Set;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;

/**
 * Which flights somebody is shown, and in which order.
 *
 * @param viewer who reads: only flights that concern one of the reader's parties, unless every flight is open
 * @param overdue the flights with a task that is overdue, as far as the reader may know
 * @param mine the flights with a task that the reader could do
 * @param failed the flights in which an automatic step has failed
 */
public record FlightChoice(
        FlightFilter filter,
        Viewer viewer,
        Set<OperationReference> overdue,
        Set<OperationReference> mine,
        Set<OperationReference> failed) {

    public FlightChoice {
        overdue = Set.copyOf(overdue);
        mine = Set.copyOf(mine);
        failed = Set.copyOf(failed);
    }

    /** Where that flight stands in the order asked for. */
    public FlightCursor cursor(FlightRow flight) {
        return new FlightCursor(
                filter.order(),
                filter.order().rank(flight.stage(), isPressing(flight.reference())),
                flight.departure().toInstant(),
                flight.reference());
    }

    private boolean isPressing(OperationReference reference) {
        return overdue.contains(reference) || failed.contains(reference);
    }
}
