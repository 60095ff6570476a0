package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.TakenOff;

/** Head counts of the operation under way or the last one: taken off, on board, handed over, come back. No names, ever. */
public interface HeadCounts {

    void add(TakenOff takenOff);

    void add(Boarding boarding);

    void add(HandOver handOver);

    void add(Returned returned);

    /** In the order in which it happened. */
    List<TakenOff> takenOff(OperationReference reference);

    /** By the states' codes. */
    List<Boarding> boardings(OperationReference reference);

    /** By the states' codes. */
    List<HandOver> handOvers(OperationReference reference);

    /** By the states' codes. */
    List<Returned> returned(OperationReference reference);
}
