package org.jointflights.application.search;

import java.util.List;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Person;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/**
 * What somebody may have meant by a text.
 *
 * @param text as it was typed
 * @param flights those whose reference, destination or airport code it is a part of, the most pressing first
 * @param more how many of those there are beyond the ones shown
 * @param cut whether of airports, parties, carriers or people some are left out
 */
public record Found(
        String text,
        List<ListedFlight> flights,
        int more,
        List<Place> airports,
        List<State> parties,
        List<Carrier> carriers,
        List<Colleague> people,
        boolean cut) {

    /** An airport by its code, how many of the reader's flights call there, and the most pressing of them. */
    public record Place(String code, int number, List<OperationReference> flights) {}

    /** A state or Frontex, and how many of the reader's flights concern it. */
    public record State(Party party, int number) {}

    /** A carrier, and the flights it is known by. */
    public record Carrier(String name, List<OperationReference> flights) {}

    /** Somebody who works here, what they do, and the flights of which they have taken a task. */
    public record Colleague(Person person, List<Assignment> roles, List<OperationReference> flights) {}

    /** Whether nothing of any kind was found. */
    public boolean isEmpty() {
        return flights.isEmpty() && airports.isEmpty() && parties.isEmpty() && carriers.isEmpty() && people.isEmpty();
    }
}
