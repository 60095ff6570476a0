package org.jointflights.domain.funding;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a decision pays of one category of costs, where that is not what it pays of the rest; the ceiling is one for all.
 *
 * @param percent of the eligible cost; nothing makes the category ineligible
 * @param cap the most that is paid of all items of the category, or nothing
 */
public record CategoryTerms(int percent, @Nullable Money cap) {

    /** Throws {@link BadInput} for a rate that is no percentage, or a cap below zero or not in euro. */
    public CategoryTerms {
        if (percent < 0 || percent > 100) {
            throw BadInput.of("categories", percent, "costs.percent");
        }
        if (cap != null && (cap.minor() < 0 || !cap.currency().equals(Money.EUR))) {
            throw BadInput.of("categories", cap, "approval.ceiling.negative");
        }
    }

    /** The rate as an exact fraction. */
    public BigFraction rate() {
        return BigFraction.of(percent, 100);
    }
}
