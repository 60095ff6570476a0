package org.jointflights.application.overview;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of flights as the person signed in may see it, a part at a time. */
@Service
@Transactional(readOnly = true)
public class ListFlights {

    private final FlightRows rows;
    private final OpenWork work;
    private final CheckFlightAccess access;
    private final Clock clock;

    ListFlights(FlightRows rows, OpenWork work, CheckFlightAccess access, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is asked for and what is open at this moment, so that all parts of one list tell of the same moment.
     *
     * @param waits what flights wait for, as far as the reader may know
     */
    public record Reading(FlightChoice choice, Map<OperationReference, List<Wait>> waits) {}

    /**
     * One page of a list.
     *
     * @param number from 1; the last page if one behind it was asked for
     * @param counts of the whole list
     */
    public record Page(int number, int pages, FlightRows.Counts counts, List<ListedFlight> flights) {}

    /**
     * The next flights of a list.
     *
     * @param next where to go on, or nothing if there are no more
     */
    public record Slice(
            List<ListedFlight> flights, @Nullable FlightCursor next) {}

    /** Begins to read the flights that are asked for and concern the reader. */
    public Reading reading(FlightFilter filter) {
        Viewer viewer = access.viewer();
        Instant now = clock.instant();
        Map<OperationReference, List<WaitingTask>> tasks = work.tasks();
        Set<OperationReference> left = rows.left(viewer, tasks.keySet());
        Map<OperationReference, List<Wait>> waits = new HashMap<>();
        tasks.forEach((reference, open) -> waits.put(reference, waits(open, viewer, left.contains(reference), now)));
        return new Reading(
                new FlightChoice(filter, viewer, any(waits, Wait::overdue), any(waits, Wait::mine), work.failed()),
                waits);
    }

    /** That page of so many flights each. */
    public Page page(Reading reading, int number, int size) {
        FlightRows.Counts counts = rows.count(reading.choice);
        int pages = Math.max(1, (counts.total() + size - 1) / size);
        int shown = Math.min(number, pages);
        return new Page(shown, pages, counts, listed(rows.page(reading.choice, (shown - 1) * size, size), reading));
    }

    /** At most so many flights behind that place, or the first ones. */
    public Slice slice(Reading reading, @Nullable FlightCursor after, int most) {
        List<FlightRow> oneMore = rows.after(reading.choice, after, most + 1);
        List<FlightRow> shown = oneMore.subList(0, Math.min(most, oneMore.size()));
        return new Slice(
                listed(shown, reading), oneMore.size() > most ? reading.choice.cursor(shown.get(most - 1)) : null);
    }

    /** How many flights are asked for. */
    public int total(Reading reading) {
        return rows.count(reading.choice).total();
    }

    /** The parties that a filter can name: those that any of the reader's flights concerns. */
    public List<Party> parties() {
        return rows.parties(access.viewer());
    }

    private static List<ListedFlight> listed(List<FlightRow> flights, Reading reading) {
        return flights.stream()
                .map(flight -> new ListedFlight(
                        flight,
                        reading.waits.getOrDefault(flight.reference(), List.of()),
                        reading.choice.failed().contains(flight.reference())))
                .toList();
    }

    private static Set<OperationReference> any(Map<OperationReference, List<Wait>> waits, Predicate<Wait> asked) {
        return waits.entrySet().stream()
                .filter(flight -> flight.getValue().stream().anyMatch(asked))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    /**
     * What the reader may know of open tasks: the most pressing first, and each other party once; of a flight that the
     * reader's party has left, the party's own alone.
     */
    static List<Wait> waits(List<WaitingTask> tasks, Viewer viewer, boolean left, Instant now) {
        List<Wait> waits = new ArrayList<>();
        Set<Party> told = new TreeSet<>();
        for (WaitingTask task : tasks) {
            Wait wait = Wait.of(task, viewer, now);
            Party party = wait.party();
            if (left && (party == null || !viewer.parties().contains(party))) {
                continue;
            }
            if (wait.task() != null || party == null || told.add(party)) {
                waits.add(wait);
            }
        }
        return waits.stream().sorted().toList();
    }
}
