package org.jointflights.application.flight;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Permit;

/** The permits on file of each flight. */
public interface Permits {

    List<Permit> of(OperationReference reference);

    /** Replaces the one of the same kind and state, and one of the kind that was recorded without a state. */
    void put(Permit permit);
}
