package org.jointflights.application.settlement;

import org.jointflights.domain.OperationReference;

/** Flights whose aircraft a state gives in flying hours: nobody claims it in money as well. */
public interface ExchangedAircraft {

    /** Whether hours stand on the flight, agreed or not yet; holds the flight, so that hours and a claim do not come at once. */
    boolean standsOn(OperationReference reference);
}
