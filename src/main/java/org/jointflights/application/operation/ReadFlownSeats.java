package org.jointflights.application.operation;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.HeadCount;
import org.springframework.stereotype.Component;

/** Who flew, as seats: what the accounts use under the rule “used”. */
@Component
public class ReadFlownSeats {

    private final HeadCounts counts;
    private final Participations participations;
    private final OperationRuns runs;

    ReadFlownSeats(HeadCounts counts, Participations participations, OperationRuns runs) {
        this.counts = counts;
        this.participations = participations;
        this.runs = runs;
    }

    /**
     * The people counted on board per state, without those taken off at a stop-over; in the order of the states' codes.
     * Empty until the aircraft has departed. A state whose people were not counted, or that withdrew
     * before, is not in it.
     */
    public Map<Party, Seats> of(OperationReference reference) {
        SortedMap<Party, Seats> flown = new TreeMap<>();
        if (runs.latest(reference).filter(run -> run.departed() != null).isEmpty()) {
            return flown;
        }
        for (Boarding boarding : counts.boardings(reference)) {
            // Counted on board and then withdrawn before the aircraft left: not flown.
            if (!participations.get(reference, boarding.party()).takesPart()) {
                continue;
            }
            var takenOff = counts.takenOff(reference).stream()
                    .filter(off -> off.party().equals(boarding.party()))
                    .toList();
            flown.put(boarding.party(), new HeadCount(boarding.aboard(), takenOff, boarding).flown());
        }
        return flown;
    }
}
