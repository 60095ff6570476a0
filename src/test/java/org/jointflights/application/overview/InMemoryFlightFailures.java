package org.jointflights.application.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;

/** Failed steps without a database. */
public final class InMemoryFlightFailures implements FlightFailures {

    private final Map<String, OperationReference> failed = new HashMap<>();

    @Override
    public void failed(String job, OperationReference reference) {
        failed.put(job, reference);
    }

    @Override
    public void mended(String job) {
        failed.remove(job);
    }

    @Override
    public Set<OperationReference> among(Collection<OperationReference> flights) {
        Set<OperationReference> some = new HashSet<>(failed.values());
        some.retainAll(flights);
        return some;
    }
}
