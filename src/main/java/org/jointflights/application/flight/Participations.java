package org.jointflights.application.flight;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation;

/** Each state's part in each flight. */
public interface Participations {

    /** Throws {@link org.jointflights.domain.Unknown} if the party was never invited. */
    Participation get(OperationReference reference, Party party);

    /** All that were ever invited, in the order of their codes. */
    List<Participation> of(OperationReference reference);

    void put(Participation participation);
}
