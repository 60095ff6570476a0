package org.jointflights.application.flight;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Suspension;

/** When flights were suspended, and what was advised on resuming them. */
public interface Suspensions {

    /** How often the flight was suspended. */
    int count(OperationReference reference);

    /** The suspension that the flight is under; nothing unless it is suspended. */
    Optional<Suspension> current(OperationReference reference);

    void add(Suspension suspension);

    /** Throws {@link org.jointflights.domain.Conflict} if it was advised on or ended by somebody else meanwhile. */
    void put(Suspension suspension);
}
