package org.jointflights.application.calendar;

import java.util.List;
import java.util.Optional;

/** The secret addresses that were made and not revoked. */
public interface CalendarFeeds {

    /** Keeps one, which gets its number here, under the hash of its secret. */
    void add(CalendarFeed feed, String hash);

    /** Those of one person, in the order in which they were made. */
    List<CalendarFeed> of(String person);

    /** The one whose secret has that hash. */
    Optional<CalendarFeed> withHash(String hash);

    /** Forgets it; false if it is not that person's, or is gone. */
    boolean remove(long number, String person);
}
