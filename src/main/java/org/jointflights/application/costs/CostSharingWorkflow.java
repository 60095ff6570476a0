package org.jointflights.application.costs;

import org.jointflights.domain.OperationReference;

/** What a running cost sharing has to be told. */
public interface CostSharingWorkflow {

    /**
     * The route, the seats or the parties have changed. Where a round is being answered it is broken off: everything is
     * split anew and everybody answers anew. Where none is, nothing needs to happen.
     */
    void planChanged(OperationReference reference);
}
