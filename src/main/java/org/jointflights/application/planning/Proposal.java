package org.jointflights.application.planning;

import java.time.ZonedDateTime;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;

/** A flight as its organiser proposes it; the organiser is asked for its seats like everybody invited. */
public record Proposal(
        Party organiser,
        FlightType type,
        String destination,
        Route route,
        ZonedDateTime departure,
        int capacity,
        Set<Party> invited) {}
