package org.jointflights.application.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.operation.OperationRuns.Run;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Circumstances;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.Journey;
import org.springframework.stereotype.Component;

/** Reads what the gates of a flight look at beside answers and counts of its own people. */
@Component
class ReadCircumstances {

    private final HeadCounts counts;
    private final Permits permits;
    private final OperationRuns runs;
    private final Restraints restraints;
    private final LegTimes times;
    private final FindAirports airports;

    ReadCircumstances(
            HeadCounts counts,
            Permits permits,
            OperationRuns runs,
            Restraints restraints,
            LegTimes times,
            FindAirports airports) {
        this.counts = counts;
        this.permits = permits;
        this.runs = runs;
        this.restraints = restraints;
        this.times = times;
        this.airports = airports;
    }

    Circumstances of(OperationReference reference, Journey journey) {
        return new Circumstances(
                destinationEscorts(reference),
                permits.of(reference),
                runs.latest(reference).map(Run::departed).orElse(null),
                restraints.of(reference),
                countries(journey));
    }

    /** Where the aircraft came down instead of where it was to, in the order in which it did. */
    List<Diversion> diversions(OperationReference reference) {
        return times.diversions(reference);
    }

    private Map<String, String> countries(Journey journey) {
        return journey.destinations().stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        airport -> airports.get("airport", airport).country()));
    }

    private int destinationEscorts(OperationReference reference) {
        return counts.boardings(reference).stream()
                .max(Comparator.comparing(Boarding::at))
                .map(Boarding::destinationEscorts)
                .orElse(0);
    }
}
