package org.jointflights.application.overview;

import java.util.Map;
import org.jointflights.domain.Worded;

/**
 * One page of a flight: its head, and the one part of its file that the page shows.
 *
 * @param names of the people in both, by sign-in name
 */
public record FlightTab<T>(FlightFile.Head head, T section, Map<String, Worded> names) {

    /** The name of who did something, for whomever, or the sign-in name of somebody who is no longer known. */
    public Worded nameOf(String actor) {
        return names.getOrDefault(actor, language -> actor);
    }
}
