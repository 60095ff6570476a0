package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Route;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser changes where the flight goes or how many it holds. */
@Service
@Order(2)
@Transactional
public class ChangePlan implements FlightAct {

    private static final int LARGEST_AIRCRAFT = 500;

    private final CheckFlightIsOpen open;
    private final Flights flights;
    private final Participations participations;
    private final PlanRoute routes;
    private final ReopenCarrierChoice carrier;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;

    ChangePlan(
            CheckFlightIsOpen open,
            Flights flights,
            Participations participations,
            PlanRoute routes,
            ReopenCarrierChoice carrier,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow) {
        this.open = open;
        this.flights = flights;
        this.participations = participations;
        this.routes = routes;
        this.carrier = carrier;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
    }

    @Override
    public String name() {
        return "CHANGE_PLAN";
    }

    @Override
    public List<String> fields() {
        return List.of("embarkations", "destinations", "capacity", "reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()));
    }

    /** A change begins with the plan as it is. */
    @Override
    public Map<String, String> prefilled(Flight flight) {
        return Map.of(
                "embarkations",
                String.join(" ", flight.route().embarkations()),
                "destinations",
                String.join(" ", flight.route().destinations()),
                "capacity",
                String.valueOf(flight.capacity()));
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        change(
                flight.reference(),
                routes.plan(typed.text("embarkations"), typed.text("destinations")),
                typed.wholeNumber("capacity", 1, LARGEST_AIRCRAFT),
                typed.remark("reason"));
    }

    public void change(OperationReference reference, Route route, int capacity, String reason) {
        Flight flight = open.requireFor(reference, this);
        flight.requireMayChangeTo(route, capacity, participations.of(reference));
        flights.put(flight.planned(route, routes.start(route).zone(), capacity));
        carrier.reopenIfPossible(reference);
        trail.record(reference, TrailEvent.PLAN_CHANGED, route, capacity, reason);
        parties.tell(flight, "plan-" + flight.revision(), "notice.planChanged", reference, route, reason);
        workflow.planChanged(reference);
    }
}
