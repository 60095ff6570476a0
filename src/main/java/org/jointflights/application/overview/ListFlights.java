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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of flights as the person signed in may see it. */
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

    /** All flights that concern the reader; a {@link FlightFilter} chooses among them. */
    public List<ListedFlight> flights() {
        Viewer viewer = access.viewer();
        Instant now = clock.instant();
        Map<OperationReference, List<WaitingTask>> tasks = work.tasks();
        Set<OperationReference> failed = work.failed();
        return rows.all().stream()
                .filter(flight -> viewer.sees(flight.concerned()))
                .map(flight -> new ListedFlight(
                        flight,
                        waits(tasks.getOrDefault(flight.reference(), List.of()), viewer, flight.isLeftBy(viewer), now),
                        failed.contains(flight.reference())))
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
