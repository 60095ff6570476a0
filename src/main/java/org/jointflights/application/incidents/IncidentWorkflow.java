package org.jointflights.application.incidents;

import org.jointflights.domain.OperationReference;

/** What the processes are told of serious incidents. */
public interface IncidentWorkflow {

    /** One was reported; nobody's name goes with it, whoever is signed in. */
    void reported(OperationReference reference, int number);

    /** None is open any more; a flight that waits for that can be closed. */
    void allDone(OperationReference reference);
}
