package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.TakenOff;

/** Head counts of the operation under way or the last one: taken off, on board, handed over. No names, ever. */
public interface HeadCounts {

    void add(TakenOff takenOff);

    void add(Boarding boarding);

    void add(HandOver handOver);

    /** In the order in which it happened. */
    List<TakenOff> takenOff(OperationReference reference);

    /** By the states' codes. */
    List<Boarding> boardings(OperationReference reference);

    /** By the states' codes. */
    List<HandOver> handOvers(OperationReference reference);
}
