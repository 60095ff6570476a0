package org.jointflights.application.approval;

import org.jointflights.domain.OperationReference;

/** The approval process as the rest of the application knows it. */
public interface ApprovalWorkflow {

    /**
     * Tells a running round of signatures that the plan is another one: the signatures become void and a new version is
     * signed. Does nothing where no round is running.
     */
    void planChanged(OperationReference reference);
}
