package org.jointflights.application.search;

import java.util.Collection;
import java.util.List;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;

/** Flights by names that the list of flights does not filter by, as far as the reader may know them. */
public interface NamedFlights {

    /** The names of carriers that have ever offered or flown, by name; whether the reader knows of them is not asked. */
    List<String> carriers();

    /**
     * The flights open to the reader for which that carrier has offered a price or is under contract, what leaves last first. A
     * state that has withdrawn is told of none.
     *
     * @param most no more than so many
     */
    List<OperationReference> ofCarrier(String carrier, Viewer viewer, int most);

    /**
     * The flights open to the reader with an open task that one of these people has taken, as far as the reader is told of the
     * task; what leaves last first.
     *
     * @param people sign-in names
     * @param most no more than so many
     */
    List<OperationReference> takenBy(Collection<String> people, Viewer viewer, int most);
}
