package org.jointflights.application.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;

/** What is open in the running processes, whoever asks: what may be shown of it is decided here, not by the engine. */
public interface OpenWork {

    /** The open tasks of all flights, the oldest first, in a constant number of statements. */
    Map<OperationReference, List<WaitingTask>> tasks();

    /** The open tasks of one flight, the oldest first. */
    List<WaitingTask> tasks(OperationReference reference);

    /** Where the flight stands, in called processes too; at several places at once if work goes on side by side. */
    List<Position> positions(OperationReference reference);

    /** The flights in which an automatic step has failed and waits for an administrator. */
    Set<OperationReference> failed();
}
