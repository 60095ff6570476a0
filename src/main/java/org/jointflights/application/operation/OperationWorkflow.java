package org.jointflights.application.operation;

import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Tells a running operation what happened outside it. */
public interface OperationWorkflow {

    /** A state no longer takes part: what is asked at the moment is asked anew, of the others only. */
    void stateWithdrew(OperationReference reference);

    /** A stop was ordered or lifted: what is asked at the moment is asked anew, so that everybody sees it. */
    void askAnew(OperationReference reference);

    /** Where the aircraft stands, as a place on the route; nothing in the air, or while no operation is under way. */
    Optional<Integer> standsAt(OperationReference reference);

    /** Ends the operation where it is; false if it began under a model that cannot. */
    boolean end(OperationReference reference);
}
