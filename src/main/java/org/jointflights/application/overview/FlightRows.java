package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * All flights, finished ones too, as lines of a list: chosen, sorted and cut where they are stored. What is read of them
 * takes a constant number of statements whatever the number of flights.
 */
public interface FlightRows {

    /** At most so many of the chosen flights, in the order asked for, without the first {@code skipped} of them. */
    List<FlightRow> page(FlightChoice choice, int skipped, int most);

    /** At most so many of the chosen flights that come after that place in their order, or the first ones. */
    List<FlightRow> after(FlightChoice choice, @Nullable FlightCursor place, int most);

    /** How many flights are chosen, and how many of them are overdue or wait for the reader. */
    Counts count(FlightChoice choice);

    /** Every party that any flight open to the reader concerns, in the order of the codes. */
    List<Party> parties(Viewer viewer);

    /** How many flights there are. */
    record Counts(int total, int overdue, int mine) {}
}
