package org.jointflights.domain.costs;

import java.util.function.ToIntFunction;
import org.jointflights.domain.Seats;

/** What a party is weighed by, each by what it counts of the seats; states all weigh one, whatever their seats. */
public enum Measure {
    STATES(seats -> 1),
    RETURNEES(Seats::returnees),
    SEATS(Seats::total);

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final ToIntFunction<Seats> counted;

    Measure(ToIntFunction<Seats> counted) {
        this.counted = counted;
    }

    /** Whether seats that are given up or not used change the weight. */
    boolean countsSeats() {
        return this != STATES;
    }

    int of(Seats seats) {
        return counted.applyAsInt(seats);
    }
}
