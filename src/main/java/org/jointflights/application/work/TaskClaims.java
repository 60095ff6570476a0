package org.jointflights.application.work;

import org.jointflights.domain.OperationReference;

/** Who has taken which task on. */
public interface TaskClaims {

    /**
     * The person acting takes over a task of that flight which a colleague of the same group has claimed. Throws {@link
     * org.jointflights.domain.Conflict} if it is no longer open, and {@link org.jointflights.domain.NotYours} if it waits
     * for another group.
     */
    void takeOver(OperationReference reference, String taskId);
}
