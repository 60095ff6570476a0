package org.jointflights.application.annual;

import java.util.Optional;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.YearEnd;

/** Years whose accounts were asked to be closed, and those that are. */
public interface ClosedYears {

    Optional<ClosedYear> find(int year);

    /** What the postings say now. */
    YearEnd read(int year);

    /** The first year in which something was posted. */
    Optional<Integer> firstPosted();

    /** Whether that year or a later one is closed, so that nothing is posted into it. */
    boolean isClosedSince(int year);

    /** Keeps it in the place of an earlier one that was only asked for; throws {@link org.jointflights.domain.Conflict} if it is closed. */
    void ask(ClosedYear year);

    /** Keeps who confirmed; throws {@link org.jointflights.domain.Conflict} if somebody has meanwhile. */
    void confirm(ClosedYear year);
}
