package org.jointflights.application.flight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Cancellation;

/** Cancelled flights without a database. */
public final class InMemoryCancellations implements Cancellations {

    private final Map<OperationReference, Cancellation> cancellations = new HashMap<>();

    @Override
    public Optional<Cancellation> of(OperationReference reference) {
        return Optional.ofNullable(cancellations.get(reference));
    }

    @Override
    public void add(Cancellation cancellation) {
        if (cancellations.putIfAbsent(cancellation.reference(), cancellation) != null) {
            throw new IllegalStateException(cancellation.reference() + " is cancelled already");
        }
    }
}
