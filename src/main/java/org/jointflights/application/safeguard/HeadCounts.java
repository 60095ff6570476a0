package org.jointflights.application.safeguard;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.safeguard.Boarding;
import org.jointflights.domain.safeguard.HandOver;
import org.jointflights.domain.safeguard.TakenOff;

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
