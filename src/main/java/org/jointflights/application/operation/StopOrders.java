package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.StopOrder;

/** The stops of a flight that people have ordered. They belong to the flight: a recall or a new date does not lift them. */
public interface StopOrders {

    /**
     * Until the transaction ends nobody else stops the flight, lifts a stop, or lets people board, leave or be handed over:
     * what is seen now still holds when it is done.
     */
    void hold(OperationReference reference);

    void add(StopOrder order);

    /** Throws {@link org.jointflights.domain.Conflict} if somebody else has lifted it meanwhile. */
    void lift(StopOrder lifted);

    /** In the order of their numbers. */
    List<StopOrder> of(OperationReference reference);
}
