package org.jointflights.application.planning;

import java.time.ZonedDateTime;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jspecify.annotations.Nullable;

/**
 * A flight as its organiser proposes it; a state that organises is asked for its seats like everybody invited.
 *
 * @param legalBasis named by whoever proposes, where the table of kinds does not name it; or nothing
 * @param destinationState to which a bilateral flight goes; nothing for every other kind
 */
public record Proposal(
        Party organiser,
        FlightType type,
        String destination,
        Route route,
        ZonedDateTime departure,
        int capacity,
        Set<Party> invited,
        @Nullable String legalBasis,
        @Nullable Party destinationState) {

    /** One whose kind needs nothing to be named. */
    public Proposal(
            Party organiser,
            FlightType type,
            String destination,
            Route route,
            ZonedDateTime departure,
            int capacity,
            Set<Party> invited) {
        this(organiser, type, destination, route, departure, capacity, invited, null, null);
    }
}
