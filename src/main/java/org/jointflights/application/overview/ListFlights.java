package org.jointflights.application.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final OpenTasks tasks;
    private final FlightFailures failed;
    private final CheckFlightAccess access;
    private final Clock clock;

    ListFlights(FlightRows rows, OpenTasks tasks, FlightFailures failed, CheckFlightAccess access, Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.failed = failed;
        this.access = access;
        this.clock = clock;
    }

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

    /** The flights that are asked for and concern the reader, at this moment, so that all parts of one list tell of the same. */
    public FlightChoice choice(FlightFilter filter) {
        return new FlightChoice(filter, access.viewer(), clock.instant());
    }

    /** That page of so many flights each. */
    public Page page(FlightChoice choice, int number, int size) {
        FlightRows.Counts counts = rows.count(choice);
        int pages = Math.max(1, (counts.total() + size - 1) / size);
        int shown = Math.min(number, pages);
        return new Page(shown, pages, counts, listed(rows.page(choice, (shown - 1) * size, size), choice));
    }

    /** At most so many flights behind that place, or the first ones. */
    public Slice slice(FlightChoice choice, @Nullable FlightCursor after, int most) {
        List<FlightRow> oneMore = rows.after(choice, after, most + 1);
        List<ListedFlight> shown = listed(oneMore.subList(0, Math.min(most, oneMore.size())), choice);
        return new Slice(shown, oneMore.size() > most ? choice.cursor(shown.get(most - 1)) : null);
    }

    /** So many of the reader's flights at most, the latest departures first, to choose one of: nothing is said of what they wait for. */
    public List<FlightRow> latest(int most) {
        FlightChoice choice = choice(
                new FlightFilter(null, null, null, null, null, FlightFilter.Waiting.ALL, FlightFilter.Order.LATEST));
        return rows.after(choice, null, most).stream()
                .map(FlightRow::withoutReason)
                .toList();
    }

    /** How many flights are asked for. */
    public int total(FlightChoice choice) {
        return rows.count(choice).total();
    }

    /** How many of them are overdue, as far as the reader may know. */
    public int overdue(FlightChoice choice) {
        return rows.count(choice).overdue();
    }

    /** The parties that a filter can name: those that any of the reader's flights concerns. */
    public List<Party> parties() {
        return rows.parties(access.viewer());
    }

    /** What these flights wait for, as far as the reader may know. */
    private List<ListedFlight> listed(List<FlightRow> flights, FlightChoice choice) {
        List<OperationReference> shown =
                flights.stream().map(FlightRow::reference).toList();
        Map<OperationReference, List<WaitingTask>> open = tasks.of(shown);
        Set<OperationReference> broken = failed.among(shown);
        Viewer viewer = choice.viewer();
        return flights.stream()
                .map(flight -> {
                    boolean left = viewer.hasLeft(flight.organiser(), flight.invited(), flight.withdrawn());
                    return new ListedFlight(
                            left ? flight.withoutReason() : flight,
                            waits(open.getOrDefault(flight.reference(), List.of()), viewer, left, choice.now()),
                            broken.contains(flight.reference()));
                })
                .toList();
    }

    /**
     * What the reader may know of open tasks: the most pressing first, and each other party once; of a flight that the
     * reader's party has left, the party's own alone.
     */
    static List<Wait> waits(List<WaitingTask> tasks, Viewer viewer, boolean left, Instant now) {
        List<Wait> waits = new ArrayList<>();
        Set<Party> told = new TreeSet<>();
        for (WaitingTask task : tasks) {
            if (!task.isKnownTo(viewer.groups())) {
                continue;
            }
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
