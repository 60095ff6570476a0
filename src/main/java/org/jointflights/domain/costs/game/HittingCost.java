package org.jointflights.domain.costs.game;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/** A cost that falls due, once, as soon as anybody of {@code payers} takes part: {@code amount · h_X(S)}. */
public record HittingCost(BigFraction amount, long payers) {

    /** Throws {@link BadInput} if nobody is named. */
    public HittingCost {
        if (payers == 0) {
            throw BadInput.of("payers", "", "costs.games.payers");
        }
    }

    public static HittingCost of(long amount, long payers) {
        return new HittingCost(BigFraction.of(amount), payers);
    }
}
