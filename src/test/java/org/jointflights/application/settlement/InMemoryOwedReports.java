package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/** What a test says that a flight owes; nothing at first. */
final class InMemoryOwedReports implements OwedReports {

    final List<Party> monitors = new ArrayList<>();
    boolean incidents;

    @Override
    public List<Party> ofMonitors(OperationReference reference) {
        return List.copyOf(monitors);
    }

    @Override
    public boolean onIncidents(OperationReference reference) {
        return incidents;
    }
}
