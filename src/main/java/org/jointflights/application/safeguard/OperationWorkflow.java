package org.jointflights.application.safeguard;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/** Tells a running operation what happened outside it. */
public interface OperationWorkflow {

    /** The flight is postponed, or its plan has changed: the operation ends, if it has not departed. */
    void recalled(OperationReference reference);

    /** A state no longer takes part: it is not waited for any more. */
    void stateWithdrew(OperationReference reference, Party party);
}
