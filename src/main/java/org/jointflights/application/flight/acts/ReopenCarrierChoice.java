package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.Optional;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Contract;
import org.springframework.stereotype.Component;

/**
 * Until a carrier is under contract no quote fits a changed plan, so that one has to be chosen anew; afterwards, and where
 * the work cannot go back to that choice, the aircraft stays, its carrier is asked for its new price, and costs and signatures are gone through again.
 */
@Component
class ReopenCarrierChoice {

    private final Contracts contracts;
    private final Quotes quotes;
    private final FlightWorkflow workflow;
    private final Clock clock;

    ReopenCarrierChoice(Contracts contracts, Quotes quotes, FlightWorkflow workflow, Clock clock) {
        this.contracts = contracts;
        this.quotes = quotes;
        this.workflow = workflow;
        this.clock = clock;
    }

    void reopenIfPossible(OperationReference reference) {
        Optional<Contract> contract = contracts.standing(reference);
        if (contract.isPresent()) {
            contracts.put(contract.get().withPriceAsked(clock.instant()));
        } else if (workflow.canChooseCarrierAgain(reference)) {
            quotes.removeAll(reference);
        }
    }
}
