package org.jointflights.domain.operation;

import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;

/**
 * Whether a step may be taken, and if not, all that stands against it.
 *
 * @param unanswered gates that nobody has confirmed
 * @param stale gates that were confirmed too long ago
 * @param stops stops that are open
 * @param uncounted states whose people aboard were not counted, or that are not on the flight at all
 * @param against what evidence, counts and the clock say against it
 */
public record Clearance(
        List<Question> unanswered,
        List<Question> stale,
        List<GateAnswer> stops,
        List<Party> uncounted,
        List<Sentence> against) {

    public Clearance {
        unanswered = List.copyOf(unanswered);
        stale = List.copyOf(stale);
        stops = List.copyOf(stops);
        uncounted = List.copyOf(uncounted);
        against = List.copyOf(against);
    }

    /** If nothing stands against it but answers that are among those. */
    public boolean isGivenBut(List<Question> asked) {
        return stops.isEmpty() && uncounted.isEmpty() && against.isEmpty() && asked.containsAll(unanswered);
    }

    /** Only if nothing at all stands against it. */
    public boolean isGiven() {
        return unanswered.isEmpty() && stale.isEmpty() && stops.isEmpty() && uncounted.isEmpty() && against.isEmpty();
    }
}
