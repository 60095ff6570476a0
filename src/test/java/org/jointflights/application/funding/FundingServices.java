package org.jointflights.application.funding;

import org.jointflights.application.InMemoryPorts;

/** The services of funding over what is kept in memory. */
public final class FundingServices {

    public final DraftDecisions decisions;

    public FundingServices(InMemoryPorts ports) {
        decisions = new DraftDecisions(
                ports.decisions,
                new InMemoryCoFinancing(),
                ports.flights,
                ports.participations,
                ports.budgets,
                ports.writeTrail);
    }
}
