package org.jointflights.application.incidents;

import org.jointflights.domain.OperationReference;

/** What the process of complaints is told. */
public interface ComplaintWorkflow {

    /** One was registered. */
    void registered(OperationReference reference, int number);
}
