package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;

/** When flights reached their stages, as the trail has it: one statement for as many flights as are asked for. */
public interface FlightStages {

    /** A stage that was reached then; one that a flight went back to is reached again. */
    record Reached(Stage stage, Instant at) {}

    /** By flight, the oldest first; those of which the trail has nothing are left out. */
    Map<OperationReference, List<Reached>> of(Collection<OperationReference> flights);
}
