package org.jointflights.application.flight;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Contract;

/** The charters of each flight: at most one that stands, and those that were released. */
public interface Contracts {

    Optional<Contract> standing(OperationReference reference);

    /** In the order in which they were signed. */
    List<Contract> of(OperationReference reference);

    void put(Contract contract);
}
