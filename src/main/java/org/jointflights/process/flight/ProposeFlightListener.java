package org.jointflights.process.flight;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.input.Answers;
import org.jointflights.application.planning.Planning;
import org.jointflights.application.planning.Proposal;
import org.jointflights.application.planning.RoutePlanner;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/**
 * Takes the start form: puts the flight on record, gives the instance its business key, and lets none of what was typed
 * stay behind as a variable. An instance that is started with a reference on record already runs for that flight.
 */
@Component
class ProposeFlightListener implements ExecutionListener {

    static final Set<String> FIELDS = Set.of(
            "organiser", "type", "destination", "embarkations", "destinations", "departure", "capacity", "invited");

    private final Planning planning;
    private final RoutePlanner routes;

    ProposeFlightListener(Planning planning, RoutePlanner routes) {
        this.planning = planning;
        this.routes = routes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Map<String, Object> typed = new HashMap<>(execution.getVariables());
        for (Map.Entry<String, Object> field : typed.entrySet()) {
            if (!FIELDS.contains(field.getKey())) {
                throw BadInput.of(field.getKey(), field.getValue(), "common.undeclared");
            }
        }
        execution.removeVariables(typed.keySet());
        Flight flight = planning.propose(proposal(new Answers(typed)));
        execution.setProcessBusinessKey(flight.reference().value());
        FlightVariables.REFERENCE.set(execution, flight.reference());
        FlightVariables.ORGANISER.set(execution, flight.organiser());
        FlightProcess.WITHDRAWALS_DONE.set(execution, true);
        FlightProcess.WITHDRAWALS_OPEN.set(execution, 0L);
    }

    private Proposal proposal(Answers answers) {
        Route route = routes.plan(answers.text("embarkations"), answers.text("destinations"));
        return new Proposal(
                answers.party("organiser"),
                answers.choice("type", FlightType.class),
                answers.text("destination"),
                route,
                answers.dateTime("departure", routes.start(route).zone()),
                answers.wholeNumber("capacity", 1, 500),
                answers.parties("invited"));
    }
}
