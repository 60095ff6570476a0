package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The nucleolus of costs whose sets lie one within the other, as those of a runway of which larger aircraft need more, or of a route
 * that some fly on: for any number of parties, by the recursion of Littlechild (1974).
 */
final class AirportNucleolus {

    private AirportNucleolus() {}

    /** Nothing where the costs are of another kind. */
    static Optional<List<BigFraction>> of(CoalitionGame game) {
        return needs(game).map(AirportNucleolus::byNeeds);
    }

    /** What each would need by itself, if all needs lie one within the other. */
    static Optional<BigFraction[]> needs(CoalitionGame game) {
        if (game instanceof TableGame) {
            return Optional.empty();
        }
        HittingGame sum = game.hittingForm();
        List<HittingCost> costs = new ArrayList<>(sum.costs());
        costs.sort(Comparator.comparing((HittingCost cost) -> Long.bitCount(cost.payers()))
                .reversed());
        for (int k = 1; k < costs.size(); k++) {
            if ((costs.get(k).payers() & ~costs.get(k - 1).payers()) != 0) {
                return Optional.empty();
            }
        }
        return sum.hasOnlyCosts() ? Optional.of(needs(sum.players(), costs)) : Optional.empty();
    }

    private static BigFraction[] needs(int players, List<HittingCost> costs) {
        BigFraction[] needs = new BigFraction[players];
        Arrays.fill(needs, BigFraction.ZERO);
        for (HittingCost cost : costs) {
            for (int player : Coalition.players(cost.payers())) {
                needs[player] = needs[player].add(cost.amount());
            }
        }
        return needs;
    }

    /**
     * Those who need least pay first: of all first parts of the row, the one that is least satisfied pays together, each
     * {@code (C_k − paid)/(n_k + 1)}, because whoever needs more shares what is left; the last part pays what is left,
     * {@code (C − paid)/n}.
     */
    private static List<BigFraction> byNeeds(BigFraction[] needs) {
        int players = needs.length;
        int[] row = IntStream.range(0, players)
                .boxed()
                .sorted(Comparator.comparing((Integer player) -> needs[player]))
                .mapToInt(Integer::intValue)
                .toArray();
        BigFraction[] fees = new BigFraction[players];
        BigFraction paid = BigFraction.ZERO;
        int first = 0;
        while (first < players) {
            int last = players - 1;
            BigFraction fee = needs[row[last]].subtract(paid).divide(players - first);
            for (int k = first; k < players - 1; k++) {
                BigFraction each = needs[row[k]].subtract(paid).divide(k - first + 2);
                if (each.compareTo(fee) <= 0) {
                    fee = each;
                    last = k;
                }
            }
            for (; first <= last; first++) {
                fees[row[first]] = fee;
                paid = paid.add(fee);
            }
        }
        return List.of(fees);
    }
}
