package org.jointflights.application.needs;

import java.time.YearMonth;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.needs.Need;

/** A flight that takes, or is offered to take, a party's people to a destination. */
public record NeededFlight(
        OperationReference reference, YearMonth month, Party organiser, Party party, String destination) {

    /** Whether it is what the need asks for, whoever has proposed it and how. */
    boolean serves(Need need) {
        return party.equals(need.party()) && month.equals(need.month()) && destination.equals(need.destination());
    }
}
