package org.jointflights.application.closing;

import org.jointflights.domain.OperationReference;

/** What the process of the retention is told. */
public interface RetentionWorkflow {

    /** No hold stands any more; whoever waits for that goes on. */
    void holdsLifted(OperationReference reference);
}
