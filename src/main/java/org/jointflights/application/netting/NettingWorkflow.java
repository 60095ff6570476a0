package org.jointflights.application.netting;

import org.jointflights.domain.OperationReference;

/** The step of a flight's work that waits for its transfers to be paid. */
public interface NettingWorkflow {

    /** Whether the flight waits there, and its model knows netting: one that began with an earlier version does not. */
    boolean waits(OperationReference reference);

    /** What the flight's open tasks say of its transfers has changed. */
    void changed(OperationReference reference);

    /**
     * Transfers of the flight were settled in a netting: those that are still open are waited for, if any. Throws
     * {@link org.jointflights.domain.Conflict} unless it waits.
     */
    void settled(OperationReference reference);
}
