package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Suspension;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights officer or the executive stops all work on the flight, also while it is under way: then nobody is handed over and
 * no onward flight is cleared.
 */
@Service
@Order(5)
@Transactional
public class SuspendFlight implements FlightAct {

    private final CheckFlightIsOpen open;
    private final Flights flights;
    private final Suspensions suspensions;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final CurrentUser actor;
    private final Clock clock;

    SuspendFlight(
            CheckFlightIsOpen open,
            Flights flights,
            Suspensions suspensions,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            CurrentUser actor,
            Clock clock) {
        this.open = open;
        this.flights = flights;
        this.suspensions = suspensions;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "SUSPEND";
    }

    @Override
    public List<String> fields() {
        return List.of("reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group());
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("flight.suspend.who");
    }

    @Override
    public boolean fits(Flight flight) {
        return !flight.isSuspended();
    }

    @Override
    public boolean worksAt(Stage stage) {
        return stage.maySuspend();
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        suspend(flight.reference(), typed.remark("reason"));
    }

    public void suspend(OperationReference reference, String reason) {
        Flight flight = open.requireFor(reference, this);
        flights.put(flight.suspended(reason));
        suspensions.add(Suspension.begun(reference, suspensions.count(reference) + 1, actor.id(), clock.instant()));
        trail.record(reference, TrailEvent.SUSPENDED, reason);
        parties.tell(flight, "suspended-" + flight.revision(), "notice.suspended", reference, reason);
        parties.tell(Role.RIGHTS_OFFICER, flight, "advice-asked-" + flight.revision(), "notice.adviceAsked", reference);
        workflow.suspended(reference);
    }
}
