package org.jointflights.application.overview;

import static java.util.Comparator.naturalOrder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.operation.LegTimes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.operation.LegTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands at the head of every page of a flight: how it is, and whom it waits for. */
@Component
class ReadHead {

    private final Suspensions suspensions;
    private final Cancellations cancellations;
    private final LegTimes times;
    private final OpenTasks tasks;
    private final FlightFailures failed;
    private final Clock clock;

    ReadHead(
            Suspensions suspensions,
            Cancellations cancellations,
            LegTimes times,
            OpenTasks tasks,
            FlightFailures failed,
            Clock clock) {
        this.suspensions = suspensions;
        this.cancellations = cancellations;
        this.times = times;
        this.tasks = tasks;
        this.failed = failed;
        this.clock = clock;
    }

    FlightFile.Head read(Flight flight, KnownToReader known) {
        OperationReference reference = flight.reference();
        Set<OperationReference> only = Set.of(reference);
        boolean left = known.reader().leftAt() != null;
        List<WaitingTask> open = tasks.of(only).getOrDefault(reference, List.of());
        return new FlightFile.Head(
                left ? flight.withoutReason() : flight,
                known.viewer(),
                flight.isSuspended()
                        ? known.suspension(suspensions.current(reference).orElse(null))
                        : null,
                known.cancellation(cancellations.of(reference).orElse(null)),
                flight.stage().isAfterDeparture() && !left ? landed(reference) : null,
                ListFlights.waits(open, known.viewer(), left, clock.instant()),
                open.stream().anyMatch(WaitingTask::isEndedByAct),
                !failed.among(only).isEmpty());
    }

    private @Nullable Instant landed(OperationReference reference) {
        return times.of(reference).stream()
                .map(LegTime::landed)
                .flatMap(Stream::ofNullable)
                .max(naturalOrder())
                .orElse(null);
    }
}
