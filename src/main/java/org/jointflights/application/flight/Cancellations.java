package org.jointflights.application.flight;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Cancellation;

/** The flights that were cancelled, and why. */
public interface Cancellations {

    Optional<Cancellation> of(OperationReference reference);

    void add(Cancellation cancellation);
}
