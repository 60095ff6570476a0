package org.jointflights.application.planning;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Crew;

/** Who provides escort leader, doctor, interpreter and monitor of each flight. */
public interface Crews {

    Optional<Crew> of(OperationReference reference);

    void put(OperationReference reference, Crew crew);
}
