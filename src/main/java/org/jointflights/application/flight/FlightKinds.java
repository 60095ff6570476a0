package org.jointflights.application.flight;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.FlightKind;

/** By which law each flight is flown: kept when it is proposed, and anew when its day changes. */
public interface FlightKinds {

    /** Nothing for a flight that was proposed before this was kept. */
    Optional<FlightKind> of(OperationReference reference);

    void put(OperationReference reference, FlightKind kind);
}
