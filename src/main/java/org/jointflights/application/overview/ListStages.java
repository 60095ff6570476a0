package org.jointflights.application.overview;

import java.util.List;
import java.util.Map;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stages that flights of a list have passed, for a reader who was in them all along. */
@Service
@Transactional(readOnly = true)
public class ListStages {

    private final FlightStages stages;
    private final CheckFlightAccess access;

    ListStages(FlightStages stages, CheckFlightAccess access) {
        this.stages = stages;
        this.access = access;
    }

    /**
     * By flight, the oldest first. Of a flight that the reader's party has left nothing is told here: what became of it since is not the
     * reader's to know in detail.
     */
    public Map<OperationReference, List<FlightStages.Reached>> of(List<ListedFlight> flights) {
        Viewer viewer = access.viewer();
        return stages.of(flights.stream()
                .map(ListedFlight::flight)
                .filter(flight -> !viewer.hasLeft(flight.organiser(), flight.invited(), flight.withdrawn()))
                .map(FlightRow::reference)
                .toList());
    }
}
