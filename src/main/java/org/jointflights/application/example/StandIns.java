package org.jointflights.application.example;

import org.jointflights.domain.OperationReference;

/** The people of the example at their tasks, where nobody wants to sign in as each of them. */
public interface StandIns {

    /**
     * Each task of the flight that is open now is done by somebody of the group that it waits for: planned with assumed figures, confirmed,
     * accepted, signed, counted as planned. One that asks for more, or is refused, stays open. How many were done.
     */
    int doWhatIsOpen(OperationReference flight);

    /** Whether the flight waits for anybody at all, and not for a date alone. */
    boolean isAnythingOpen(OperationReference flight);
}
