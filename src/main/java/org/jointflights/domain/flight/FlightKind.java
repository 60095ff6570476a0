package org.jointflights.domain.flight;

import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * The law by which a flight is flown, as it was kept when it was proposed.
 *
 * @param basis what the table of kinds cites for the day of the flight
 * @param named what whoever proposed it named besides, or nothing
 * @param destination the state of the system to which a bilateral flight goes; nothing for every other kind
 */
public record FlightKind(
        String basis, @Nullable String named, @Nullable Party destination) {

    /** The same by the law of another day. */
    public FlightKind by(String otherBasis) {
        return new FlightKind(otherBasis, named, destination);
    }
}
