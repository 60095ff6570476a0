package org.jointflights.application.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.desk.DeskBoard.OnRecord;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's first page.
 *
 * @param duties what waits on pages of our own
 * @param flights those under way that the reader may see, the most pressing first
 * @param more whether there are others
 * @param board for those who watch over all flights; nothing for others
 * @param record for auditors; nothing for others
 * @param system for administrators; nothing for others
 */
public record Desk(
        Instant now,
        Waiting waiting,
        List<Duty> duties,
        News news,
        List<ListedFlight> flights,
        boolean more,
        @Nullable Board board,
        @Nullable OnRecord record,
        @Nullable Upkeep system) {

    public Desk {
        duties = List.copyOf(duties);
        flights = List.copyOf(flights);
    }

    /** Whether nothing waits for the reader, neither a task nor anything else. */
    public boolean isFree() {
        return waiting.tasks().isEmpty() && duties.isEmpty();
    }

    /** The flight that leaves next of those shown, or nothing. */
    public @Nullable ListedFlight nextToLeave() {
        return flights.stream()
                .filter(listed -> listed.flight().departure().toInstant().isAfter(now))
                .min((one, other) -> one.flight()
                        .departure()
                        .toInstant()
                        .compareTo(other.flight().departure().toInstant()))
                .orElse(null);
    }

    /**
     * The reader's tasks.
     *
     * @param tasks at most as many as are shown
     * @param total how many there are that no colleague has taken on
     * @param late how many of them were to be done by now
     */
    public record Waiting(List<Waited> tasks, int total, int late) {

        public Waiting {
            tasks = List.copyOf(tasks);
        }

        /** Whether there are more than are shown. */
        public boolean isCut() {
            return total > tasks.stream().filter(one -> !one.isWithColleague()).count();
        }
    }

    /**
     * One of them.
     *
     * @param mine whether the reader has taken it on
     * @param figures what the reader puts a name to, in money
     */
    public record Waited(DeskTask task, boolean late, boolean mine, List<DeskFigure> figures) {

        public Waited {
            figures = List.copyOf(figures);
        }

        /** Whether a colleague has taken it on. */
        public boolean isWithColleague() {
            return task.claimedBy() != null && !mine;
        }
    }

    /**
     * What has changed.
     *
     * @param since the end of the visit before, or some days back for whoever is here for the first time
     * @param first whether that is so
     * @param cut whether more has happened than is told
     */
    public record News(Instant since, boolean first, List<OfFlight> flights, boolean cut) {

        public News {
            flights = List.copyOf(flights);
        }
    }

    /**
     * What has changed of one flight.
     *
     * @param entries the newest first, at most as many as are shown
     * @param more how many more there are
     */
    public record OfFlight(OperationReference reference, DeskNews.Told flight, List<TrailEntry> entries, int more) {

        public OfFlight {
            entries = List.copyOf(entries);
        }
    }

    /**
     * All flights in figures, each of which leads to its flights.
     *
     * @param stages how many are in each stage that is not over
     * @param from the first of the days in which {@code leaving} flights are to leave
     * @param failed flights in which an automatic step has failed, at most as many as are shown
     * @param failedSteps how many steps
     */
    public record Board(
            Map<Stage, Integer> stages,
            int overdue,
            int leaving,
            LocalDate from,
            LocalDate to,
            int failedSteps,
            List<OperationReference> failed) {

        public Board {
            stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
            failed = List.copyOf(failed);
        }
    }

    /**
     * What administrators keep going.
     *
     * @param failed flights in which an automatic step has failed, at most as many as are shown
     * @param undelivered mails that were given up
     * @param thin groups with fewer people than they need
     */
    public record Upkeep(int failedSteps, List<OperationReference> failed, long undelivered, List<ThinGroup> thin) {

        public Upkeep {
            failed = List.copyOf(failed);
            thin = List.copyOf(thin);
        }
    }

    /** A group with fewer people than it needs. */
    public record ThinGroup(String group, int people, int needed) {}
}
