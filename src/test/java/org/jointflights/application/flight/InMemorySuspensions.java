package org.jointflights.application.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Suspension;

/** When flights were suspended, without a database. */
public final class InMemorySuspensions implements Suspensions {

    private final List<Suspension> suspensions = new ArrayList<>();

    @Override
    public int count(OperationReference reference) {
        return (int) suspensions.stream()
                .filter(suspension -> suspension.reference().equals(reference))
                .count();
    }

    @Override
    public Optional<Suspension> current(OperationReference reference) {
        return suspensions.stream()
                .filter(suspension -> suspension.reference().equals(reference) && suspension.resumedAt() == null)
                .findFirst();
    }

    @Override
    public void add(Suspension suspension) {
        suspensions.add(suspension);
    }

    @Override
    public void put(Suspension suspension) {
        Suspension before = current(suspension.reference())
                .filter(current -> (current.advice() != null) == (suspension.resumedAt() != null))
                .orElseThrow(() -> Conflict.of("common.flight.changed", suspension.reference()));
        suspensions.set(suspensions.indexOf(before), suspension);
    }
}
