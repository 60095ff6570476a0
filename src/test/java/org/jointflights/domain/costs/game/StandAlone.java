package org.jointflights.domain.costs.game;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/** The total in proportion to what each would pay flying alone: {@code c(N)·c_i/Σc}. */
public final class StandAlone {

    private StandAlone() {}

    /** Throws {@link BadInput} for a negative stand-alone cost, or if nobody has one though the flight costs something. */
    public static List<BigFraction> proportional(CoalitionGame game) {
        List<BigFraction> alone =
                IntStream.range(0, game.players()).mapToObj(game::standAlone).toList();
        for (BigFraction cost : alone) {
            if (cost.signum() < 0) {
                throw BadInput.of("standAloneCost", cost, "costs.games.negative");
            }
        }
        List<BigFraction> nothing = Collections.nCopies(game.players(), BigFraction.ZERO);
        return SeparableCosts.withRest(game, nothing, alone, "costs.games.scrb");
    }
}
