package org.jointflights.application.operation;

import org.jointflights.domain.OperationReference;

/** Tells a running operation what happened outside it. */
public interface OperationWorkflow {

    /** A state no longer takes part: what is asked at the moment is asked anew, of the others only. */
    void stateWithdrew(OperationReference reference);

    /** A stop was ordered or lifted: what is asked at the moment is asked anew, so that everybody sees it. */
    void askAnew(OperationReference reference);
}
