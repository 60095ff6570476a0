package org.jointflights.application.flight.acts;

import java.util.Set;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Component;

/** Whether a flight can still be changed, and by whom: asked before anything is decided about it. */
@Component
class CheckFlightIsOpen {

    private final Flights flights;
    private final Cancellations cancellations;
    private final CurrentUser actor;

    CheckFlightIsOpen(Flights flights, Cancellations cancellations, CurrentUser actor) {
        this.flights = flights;
        this.cancellations = cancellations;
        this.actor = actor;
    }
    /** Whether anything can still be decided about it. */
    boolean isOpen(Flight flight) {
        return !flight.stage().isAfterDeparture()
                && cancellations.of(flight.reference()).isEmpty();
    }

    /** The flight; throws {@link Conflict} if it has left or is cancelled. */
    Flight require(OperationReference reference) {
        Flight flight = flights.get(reference);
        flight.requireBeforeDeparture();
        if (cancellations.of(reference).isPresent()) {
            throw flight.tooLate();
        }
        return flight;
    }

    /** Likewise; throws {@link NotYours} as well, unless the act is for whoever is signed in. */
    Flight requireFor(OperationReference reference, FlightAct act) {
        Flight flight = require(reference);
        if (!isMember(act.groups(flight))) {
            throw act.notYours(flight);
        }
        return flight;
    }

    boolean isMember(Set<String> groups) {
        return groups.stream().anyMatch(actor::isIn);
    }

    /** Throws {@link NotYours}, which names whose it is. */
    void requireMember(String group) {
        if (!actor.isIn(group)) {
            throw NotYours.of("flight.notYours", group);
        }
    }
}
