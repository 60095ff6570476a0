package org.jointflights.application.overview;

import java.util.Collection;
import java.util.Set;
import org.jointflights.domain.OperationReference;

/** The automatic steps that have failed and wait for an administrator. */
public interface FlightFailures {

    /** That step of the flight, by the name of its job, has failed for good. */
    void failed(String job, OperationReference reference);

    /** That job is tried again, or gone. */
    void mended(String job);

    /** Those of these flights in which a step has failed. */
    Set<OperationReference> among(Collection<OperationReference> flights);
}
