package org.jointflights.domain.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Permit;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a flight as it stands, beside answers and counts of its own people.
 *
 * @param destinationEscorts escorts of the state of destination, as they were counted aboard last
 * @param permits all on file
 * @param left when the aircraft left the start, or nothing
 * @param restraints those that go on
 * @param destinations the country of each airport at which the flight was to end for somebody, by its code of two letters
 */
public record Circumstances(
        int destinationEscorts,
        List<Permit> permits,
        @Nullable Instant left,
        List<Restraint> restraints,
        Map<String, String> destinations) {

    /** Of a flight of which nothing is on record. */
    public static final Circumstances NONE = new Circumstances(0, List.of(), null, List.of(), Map.of());

    public Circumstances {
        permits = List.copyOf(permits);
        restraints = restraints.stream().filter(Restraint::isOpen).toList();
        destinations = Map.copyOf(destinations);
    }

    /** How many of a state's people are restrained. */
    int restrained(Party party) {
        return restraints.stream()
                .filter(restraint -> restraint.party().equals(party))
                .mapToInt(Restraint::persons)
                .sum();
    }
}
