package org.jointflights.domain.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/** The least and the most that a party pays of one item. */
public record Limit(Money floor, Money cap) {

    /**
     * Floors and caps are agreed for the amount that was agreed. Where another is shared in the end, because it was converted, a
     * grant bears a part or the cost came out otherwise, they rise and fall with it: so they can always be kept, floors rounded
     * down and caps up. Without an amount above zero there are none.
     */
    public static Map<Party, Limit> inProportion(Map<Party, Limit> limits, Money agreed, Money shared) {
        if (limits.isEmpty() || agreed.equals(shared)) {
            return limits;
        }
        Map<Party, Limit> changed = new TreeMap<>();
        if (agreed.minor() > 0 && shared.minor() > 0) {
            limits.forEach((party, limit) -> changed.put(
                    party,
                    new Limit(
                            new Money(minor(limit.floor(), agreed, shared, RoundingMode.FLOOR), shared.currency()),
                            limit.cap().minor() == Long.MAX_VALUE
                                    ? new Money(Long.MAX_VALUE, shared.currency())
                                    : new Money(
                                            minor(limit.cap(), agreed, shared, RoundingMode.CEILING),
                                            shared.currency()))));
        }
        return changed;
    }

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

    /** A cap beyond what fits is none. */
    private static long minor(Money limit, Money agreed, Money shared, RoundingMode rounding) {
        BigDecimal minor = BigDecimal.valueOf(limit.minor())
                .multiply(BigDecimal.valueOf(shared.minor()))
                .divide(BigDecimal.valueOf(agreed.minor()), 0, rounding);
        return minor.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
