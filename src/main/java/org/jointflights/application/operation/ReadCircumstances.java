package org.jointflights.application.operation;

import java.util.Comparator;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.operation.OperationRuns.Run;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Circumstances;
import org.springframework.stereotype.Component;

/** Reads what the gates of a flight look at beside answers and counts of its own people. */
@Component
class ReadCircumstances {

    private final HeadCounts counts;
    private final Permits permits;
    private final OperationRuns runs;
    private final Restraints restraints;

    ReadCircumstances(HeadCounts counts, Permits permits, OperationRuns runs, Restraints restraints) {
        this.counts = counts;
        this.permits = permits;
        this.runs = runs;
        this.restraints = restraints;
    }

    Circumstances of(OperationReference reference) {
        return new Circumstances(
                destinationEscorts(reference),
                permits.of(reference),
                runs.latest(reference).map(Run::departed).orElse(null),
                restraints.of(reference));
    }

    private int destinationEscorts(OperationReference reference) {
        return counts.boardings(reference).stream()
                .max(Comparator.comparing(Boarding::at))
                .map(Boarding::destinationEscorts)
                .orElse(0);
    }
}
