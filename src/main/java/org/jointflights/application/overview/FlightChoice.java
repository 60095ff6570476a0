package org.jointflights.application.overview;

import java.time.Instant;
import org.jointflights.application.people.Viewer;

/**
 * Which flights somebody is shown, and in which order.
 *
 * @param viewer who reads: only flights that concern one of the reader's parties, unless every flight is open
 * @param now what is due before is overdue
 */
public record FlightChoice(FlightFilter filter, Viewer viewer, Instant now) {

    /** Where that flight stands in the order asked for. */
    public FlightCursor cursor(ListedFlight listed) {
        FlightRow flight = listed.flight();
        return new FlightCursor(
                filter.order(),
                filter.order().rank(flight.stage(), listed.isPressing()),
                flight.departure().toInstant(),
                flight.reference());
    }
}
