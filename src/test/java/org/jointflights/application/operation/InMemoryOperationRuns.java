package org.jointflights.application.operation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Operations without a database. */
public final class InMemoryOperationRuns implements OperationRuns {

    private final Map<OperationReference, Run> latest = new HashMap<>();

    @Override
    public void open(OperationReference reference, Instant now) {
        int number = latest(reference).map(Run::number).orElse(0) + 1;
        latest.put(reference, new Run(number, now, null, null));
    }

    @Override
    public void departed(OperationReference reference, Instant now) {
        latest.computeIfPresent(reference, (same, run) -> new Run(run.number(), run.opened(), now, run.outcome()));
    }

    @Override
    public void ended(OperationReference reference, Outcome outcome, Instant now) {
        latest.computeIfPresent(reference, (same, run) -> new Run(run.number(), run.opened(), run.departed(), outcome));
    }

    @Override
    public Optional<Run> latest(OperationReference reference) {
        return Optional.ofNullable(latest.get(reference));
    }

    /** The number of the one under way. Throws {@link java.util.NoSuchElementException} if none was ever opened. */
    int number(OperationReference reference) {
        return latest(reference).orElseThrow().number();
    }
}
