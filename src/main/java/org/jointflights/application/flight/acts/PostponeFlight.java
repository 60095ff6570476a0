package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.application.planning.CheckKind;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser moves the flight to a later day; every clock is set anew. */
@Service
@Order(3)
@Transactional
public class PostponeFlight implements FlightAct {

    private final CheckFlightIsOpen open;
    private final Flights flights;
    private final CheckKind kinds;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final Clock clock;

    PostponeFlight(
            CheckFlightIsOpen open,
            Flights flights,
            CheckKind kinds,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            Clock clock) {
        this.open = open;
        this.flights = flights;
        this.kinds = kinds;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "POSTPONE";
    }

    @Override
    public List<String> fields() {
        return List.of("departure", "reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()));
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        postpone(
                flight.reference(),
                typed.dateTime("departure", flight.departure().getZone()),
                typed.remark("reason"));
    }

    public void postpone(OperationReference reference, ZonedDateTime departure, String reason) {
        Flight flight = open.requireFor(reference, this);
        Flight later = flight.postponedTo(departure, clock.instant());
        kinds.keepFor(reference, later.lawDate());
        flights.put(later);
        trail.record(reference, TrailEvent.POSTPONED, departure.toLocalDateTime(), reason);
        parties.tell(
                flight,
                "postponed-" + (flight.postponed() + 1),
                "notice.postponed",
                reference,
                departure.toLocalDateTime(),
                reason);
        workflow.postponed(reference);
    }
}
