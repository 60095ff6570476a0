package org.jointflights.domain.costs.game;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * A route on which every leg has a price and is needed by those on board: {@code c(S) = Σ L_k · [S meets X_k]},
 * {@code L_k ≥ 0}. With {@code X_1 ⊃ X_2 ⊃ …} it is the airport game of Littlechild and Owen (1973).
 *
 * <p>Splitting each leg in proportion to any positive weights is stable: for every group S the shares are
 * {@code Σ L_k · w(S ∩ X_k)/w(X_k) ≤ Σ L_k · [S meets X_k] = c(S)}. And one more party on board only enlarges the sets
 * X_k, so it never raises another party's bill.
 */
public final class LegSharingGame implements CoalitionGame {

    private final HittingGame legs;

    /** Throws {@link BadInput} for a negative price. */
    public LegSharingGame(int players, List<HittingCost> legs) {
        for (HittingCost leg : legs) {
            if (leg.amount().signum() < 0) {
                throw BadInput.of("legCost", leg.amount(), "costs.games.negative");
            }
        }
        this.legs = new HittingGame(players, legs);
    }

    @Override
    public int players() {
        return legs.players();
    }

    @Override
    public BigFraction cost(long coalition) {
        return legs.cost(coalition);
    }

    @Override
    public HittingGame hittingForm() {
        return legs;
    }
}
