package org.jointflights.application.flight.acts;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
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

    /** The flight; throws {@link Conflict} if it has left or is cancelled. */
    Flight require(OperationReference reference) {
        Flight flight = flights.get(reference);
        flight.requireBeforeDeparture();
        if (cancellations.of(reference).isPresent()) {
            throw flight.tooLate();
        }
        return flight;
    }

    /**
     * The flight; throws {@link Conflict} if the act comes too late for it, or while it is suspended, unless the act works
     * then, and {@link NotYours} unless it is for whoever is signed in.
     */
    Flight requireFor(OperationReference reference, FlightAct act) {
        Flight flight = flights.get(reference);
        if (!isOpen(flight, act)) {
            throw flight.tooLate();
        }
        against(flight, act).ifPresent(refusal -> {
            throw refusal;
        });
        return flight;
    }

    /** Whether whoever is signed in may decide it now: what offers the act asks the rule that checks it. */
    boolean allows(Flight flight, FlightAct act) {
        return isOpen(flight, act) && against(flight, act).isEmpty();
    }

    private boolean isOpen(Flight flight, FlightAct act) {
        return act.worksAfterDeparture()
                || (act.worksAt(flight.stage())
                        && cancellations.of(flight.reference()).isEmpty());
    }

    private Optional<Refusal> against(Flight flight, FlightAct act) {
        if (!isMember(act.groups(flight))) {
            return Optional.of(act.notYours(flight));
        }
        String suspendedFor = flight.suspendedFor();
        return suspendedFor == null || act.worksWhileSuspended()
                ? Optional.empty()
                : Optional.of(Conflict.of("common.flight.suspended", flight.reference(), suspendedFor));
    }

    boolean isMember(Set<String> groups) {
        return !Collections.disjoint(groups, actor.groups());
    }

    /** Throws {@link NotYours}, which names whose it is. */
    void requireMember(String group) {
        if (!actor.isIn(group)) {
            throw NotYours.of("flight.notYours", group);
        }
    }
}
