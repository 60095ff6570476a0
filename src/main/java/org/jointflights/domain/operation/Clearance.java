package org.jointflights.domain.operation;

import java.util.List;
import org.jointflights.domain.Party;

/**
 * Whether a step may be taken, and if not, all that stands against it.
 *
 * @param unanswered gates that nobody has confirmed
 * @param stops stops that are open
 * @param uncounted states whose people aboard were not counted, or that are not on the flight at all
 */
public record Clearance(List<Question> unanswered, List<GateAnswer> stops, List<Party> uncounted) {

    public Clearance {
        unanswered = List.copyOf(unanswered);
        stops = List.copyOf(stops);
        uncounted = List.copyOf(uncounted);
    }

    /** Only if nothing at all stands against it. */
    public boolean isGiven() {
        return unanswered.isEmpty() && stops.isEmpty() && uncounted.isEmpty();
    }
}
