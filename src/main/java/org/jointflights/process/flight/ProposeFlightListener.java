package org.jointflights.process.flight;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.FindCoordinated;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.planning.Proposal;
import org.jointflights.application.planning.ProposeFlight;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/**
 * Takes the start form: puts the flight on record, gives the instance its business key, and lets none of what was typed
 * stay behind as a variable.
 */
@Component
class ProposeFlightListener implements ExecutionListener {

    static final Set<String> FIELDS = Set.of(
            "organiser",
            "type",
            "legalBasis",
            "destination",
            "destinationState",
            "embarkations",
            "destinations",
            "departure",
            "capacity",
            "invited");

    private final ProposeFlight planning;
    private final PlanRoute routes;
    private final Flights flights;
    private final FindCoordinated coordinated;
    private final CurrentUser actor;

    ProposeFlightListener(
            ProposeFlight planning, PlanRoute routes, Flights flights, FindCoordinated coordinated, CurrentUser actor) {
        this.planning = planning;
        this.routes = routes;
        this.flights = flights;
        this.coordinated = coordinated;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateExecution execution) {
        begin(execution, isOnRecord(execution) ? onRecord(execution) : proposed(execution));
    }

    /** Only the system starts the process of a flight that it has put on record before: people propose. */
    private boolean isOnRecord(DelegateExecution execution) {
        return actor.id().equals(CurrentUser.SYSTEM) && execution.getProcessBusinessKey() != null;
    }

    private Flight onRecord(DelegateExecution execution) {
        return flights.get(new OperationReference(execution.getProcessBusinessKey()));
    }

    private Flight proposed(DelegateExecution execution) {
        Map<String, Object> typed = new HashMap<>(execution.getVariables());
        for (Map.Entry<String, Object> field : typed.entrySet()) {
            if (!FIELDS.contains(field.getKey())) {
                throw BadInput.of(field.getKey(), field.getValue(), "common.undeclared");
            }
        }
        execution.removeVariables(typed.keySet());
        return planning.propose(proposal(new TypedFields(typed)));
    }

    private static void begin(DelegateExecution execution, Flight flight) {
        execution.setProcessBusinessKey(flight.reference().value());
        FlightVariables.REFERENCE.set(execution, flight.reference());
        FlightVariables.ORGANISER.set(execution, flight.organiser());
        FlightProcess.WITHDRAWALS_DONE.set(execution, true);
        FlightProcess.CANCELLED.set(execution, false);
        FlightProcess.WITHDRAWALS_OPEN.set(execution, 0L);
    }

    private Proposal proposal(TypedFields answers) {
        Route route = routes.plan(answers.text("embarkations"), answers.text("destinations"));
        return new Proposal(
                // Who coordinates for one state alone need not say for which.
                answers.isEmpty("organiser") ? coordinated.only("organiser") : answers.party("organiser"),
                answers.isEmpty("type") ? FlightType.JRO : answers.choice("type", FlightType.class),
                answers.shortText("destination", 200),
                route,
                answers.dateTime("departure", routes.start(route).zone()),
                answers.wholeNumber("capacity", 1, 500),
                answers.parties("invited"),
                answers.isEmpty("legalBasis") ? null : answers.shortText("legalBasis", 200),
                answers.isEmpty("destinationState") ? null : answers.party("destinationState"));
    }
}
