package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows for the work under way from what was decided about the flight. */
@Service
@Transactional
public class ApplyFlightChange {

    private final Flights flights;
    private final Quotes quotes;
    private final FreezePlan versions;
    private final FlightWorkflow workflow;
    private final OperationWorkflow operation;
    private final Clock clock;

    ApplyFlightChange(
            Flights flights,
            Quotes quotes,
            FreezePlan versions,
            FlightWorkflow workflow,
            OperationWorkflow operation,
            Clock clock) {
        this.flights = flights;
        this.quotes = quotes;
        this.versions = versions;
        this.workflow = workflow;
        this.operation = operation;
        this.clock = clock;
    }

    /** When a withdrawal of now counts as known, if the organiser takes no note of it. */
    public Instant withdrawalKnownAt(OperationReference reference) {
        ZonedDateTime departure = flights.get(reference).departure();
        return Deadlines.notingWithdrawal(clock.instant().atZone(departure.getZone()), departure)
                .toInstant();
    }

    /**
     * Before the commitment date the split and the version are made anew without the state; afterwards they stand, and a
     * running operation no longer waits for it.
     */
    public void afterWithdrawal(OperationReference reference, Party party) {
        Flight flight = flights.get(reference);
        switch (flight.stage()) {
            // The others' answers and their deadline do not depend on who leaves.
            case PLANNING -> workflow.answerNotAwaited(reference, party);
            case COST_SHARING, APPROVAL -> workflow.workOutdated(reference, flight.stage());
            case OPERATION -> operation.stateWithdrew(reference);
            default -> {}
        }
    }

    /** What was being worked on when the date or the plan changed is done anew; a new date leaves the go as it is. */
    public void afterChange(OperationReference reference) {
        if (quotes.of(reference).isEmpty()) {
            versions.makeVoidAsPlanChanged(reference);
            workflow.carrierOpen(reference);
        }
        workflow.workOutdated(reference, flights.get(reference).stage());
    }
}
