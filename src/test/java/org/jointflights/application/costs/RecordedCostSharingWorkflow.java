package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;

/** Notes what the process was told. */
public final class RecordedCostSharingWorkflow implements CostSharingWorkflow {

    /** Flights whose plan has changed, in the order in which it was told. */
    public final List<OperationReference> planChanged = new ArrayList<>();

    @Override
    public void planChanged(OperationReference reference) {
        planChanged.add(reference);
    }
}
