package org.jointflights.application.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.system.Queue;
import org.jointflights.application.system.Queues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * How things stand, read from the database once for all who ask within a few seconds: however often the figures are asked
 * for, and however many there are, the people at work do not notice.
 */
@Service
public class ReadFigures {

    static final Duration KEPT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ReadFigures.class);

    private final FlightFigures flights;
    private final List<Queues> queues;
    private final Clock clock;

    private @Nullable Instant read;
    private Optional<Figures> last = Optional.empty();

    ReadFigures(FlightFigures flights, List<Queues> queues, Clock clock) {
        this.flights = flights;
        this.queues = queues;
        this.clock = clock;
    }

    /** The figures; none where they cannot be read, which is no reason to show old ones or noughts. */
    public synchronized Optional<Figures> current() {
        Instant now = clock.instant();
        // A clock that was set back makes nothing last for longer.
        if (read == null || Duration.between(read, now).abs().compareTo(KEPT) >= 0) {
            last = read(now);
            read = now;
        }
        return last;
    }

    private Optional<Figures> read(Instant now) {
        try {
            return Optional.of(new Figures(
                    flights.flightsByStage(), flights.overdueWaits(now), failedJobs(), flights.undeliveredNotices()));
        } catch (RuntimeException closed) {
            // A probe has nobody to tell; the figure itself says that it is not known.
            LOG.warn("The figures could not be read.", closed);
            return Optional.empty();
        }
    }

    private int failedJobs() {
        return queues.stream()
                .flatMap(each -> each.lengths().stream())
                .filter(queue -> queue.kind() == Queue.Kind.FAILED)
                .mapToInt(queue -> Math.toIntExact(queue.length()))
                .findFirst()
                .orElseThrow();
    }
}
