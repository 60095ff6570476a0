package org.jointflights.application.operation;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.LegTime;

/** When the aircraft of the operation under way or the last one is expected and landed, and where it came down instead. */
public interface LegTimes {

    /** The aircraft is let go to the stop; one that was expected there before is expected anew. */
    void expect(OperationReference reference, int stop, Instant landing);

    void landed(OperationReference reference, int stop, Instant at);

    /** In flying order. */
    List<LegTime> of(OperationReference reference);

    void add(Diversion diversion);

    /** In the order in which they happened. */
    List<Diversion> diversions(OperationReference reference);
}
