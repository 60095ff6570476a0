package org.jointflights.domain.costs;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.money.Money;

/** The least and the most that a party pays of one item. */
public record Limit(Money floor, Money cap) {

    /** Throws {@link BadInput} for a negative floor or a cap below it. */
    public Limit {
        if (floor.minor() < 0) {
            throw BadInput.of("floor", floor, "costs.floor.negative");
        }
        if (!cap.currency().equals(floor.currency())) {
            throw BadInput.of("cap", cap, "money.currency.other", floor.currency());
        }
        if (cap.compareTo(floor) < 0) {
            throw BadInput.of("cap", cap, "costs.cap.belowFloor", floor);
        }
    }
}
