package org.jointflights.domain.flight;

import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What kind of return a flight is, and what that asks of those who take part. On which days a kind exists, and by which law,
 * is in the table {@code flightKinds}.
 */
public enum FlightType {
    /** Joint: two states at least, each with escorts of its own or by agreement those of the organiser. */
    JRO(2, FlightType.ALL),
    /** Collecting: aircraft, crew and escorts come from the country of return. */
    CRO(2, FlightType.ALL),
    /** National: one state alone. */
    NRO(1, 1),
    /** Organised by Frontex, with the consent of the states whose people fly. */
    FRONTEX(1, FlightType.ALL),
    /** Of people who leave of their own will. */
    VOLUNTARY(1, FlightType.ALL),
    /** From one state of the system to another one. */
    BILATERAL(1, 1);

    private static final int ALL = Integer.MAX_VALUE;

    private final int fewestStates;
    private final int mostStates;

    FlightType(int fewestStates, int mostStates) {
        this.fewestStates = fewestStates;
        this.mostStates = mostStates;
    }

    /** How many states must send people or escorts, the organiser among them. */
    public int fewestStates() {
        return fewestStates;
    }

    /** Whether the law wants returns of this kind watched by a monitor, from the departure to the hand-over. */
    public boolean isMonitored() {
        return this != VOLUNTARY;
    }

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("overview.kind." + name());
    }

    /** Throws {@link BadInput} unless Frontex organises what Frontex alone organises, and a state all else. */
    public void requireOrganiser(Party organiser) {
        if (organiser.isFrontex() && this != FRONTEX) {
            throw BadInput.of("type", this, "planning.kind.byFrontex", FRONTEX.words());
        }
        if (!organiser.isFrontex() && this == FRONTEX) {
            throw BadInput.of("type", this, "planning.kind.byState", organiser);
        }
    }

    /** Throws {@link BadInput} if too few states, or too many, are asked to take part. */
    public void requireStates(Set<Party> states) {
        if (states.size() < fewestStates) {
            throw BadInput.of("invited", "", "planning.invited.nobody", words());
        }
        if (states.size() > mostStates) {
            throw BadInput.of("invited", Party.codes(states), "planning.kind.oneState", words());
        }
    }

    /** Throws {@link BadInput} unless a bilateral flight, and no other, says to which state it goes, and that one sends nobody. */
    public void requireDestination(@Nullable Party destination, Set<Party> states, Set<Party> known) {
        if (this != BILATERAL) {
            if (destination != null) {
                throw BadInput.of("destinationState", destination, "planning.kind.destination.notAsked", words());
            }
        } else if (destination == null || destination.isFrontex() || !known.contains(destination)) {
            throw BadInput.of(
                    "destinationState",
                    destination == null ? "" : destination,
                    "planning.kind.destination.unknown",
                    words());
        } else if (states.contains(destination)) {
            throw BadInput.of("destinationState", destination, "planning.kind.destination.sends");
        }
    }
}
