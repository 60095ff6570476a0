package org.jointflights.application.flight.acts;

import org.jointflights.application.flight.Contracts;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/**
 * Until a carrier is under contract no quote fits a changed plan, so that one has to be chosen anew; afterwards, and where
 * the work cannot go back to that choice, the aircraft stays, and only costs and signatures are gone through again.
 */
@Component
class ReopenCarrierChoice {

    private final Contracts contracts;
    private final Quotes quotes;
    private final FlightWorkflow workflow;

    ReopenCarrierChoice(Contracts contracts, Quotes quotes, FlightWorkflow workflow) {
        this.contracts = contracts;
        this.quotes = quotes;
        this.workflow = workflow;
    }

    void reopenIfPossible(OperationReference reference) {
        if (contracts.standing(reference).isEmpty() && workflow.canChooseCarrierAgain(reference)) {
            quotes.removeAll(reference);
        }
    }
}
