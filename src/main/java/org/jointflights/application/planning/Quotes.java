package org.jointflights.application.planning;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;

/** The carriers' quotes of each flight. */
public interface Quotes {

    /** In the order in which they were entered. */
    List<CarrierQuote> of(OperationReference reference);

    void put(CarrierQuote quote);

    /** All of the flight's quotes: they were given for another plan. */
    void removeAll(OperationReference reference);
}
