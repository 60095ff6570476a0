package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jointflights.domain.costs.game.CoalitionGame;
import org.jointflights.domain.costs.game.SeparableCosts;
import org.jointflights.domain.money.Money;

/**
 * What each party adds to the flight: what all that it shares would cost less without it, by the input's yardstick. A view and not a
 * way of sharing, because these amounts do not add up to the cost.
 *
 * @param left what of the cost nobody adds; negative where parties add more than there is
 */
public record AddedCosts(Map<Party, Money> totals, Money left) {

    /** Sixty-two such amounts and a cost fit into 64 bits; only quotes that contradict one another lead to more. */
    private static final int MOST_BITS = 56;

    /** To the nearest whole unit. Throws {@link BadInput} where the yardstick lacks something, or says that nothing costs anything. */
    public static AddedCosts of(CostInput input) {
        SmallerGroups groups = new SmallerGroups(input);
        BigFraction[] added = new BigFraction[input.participants().size()];
        Arrays.fill(added, BigFraction.ZERO);
        BigInteger[] amounts = new BigInteger[input.sharings().size()];
        Arrays.fill(amounts, BigInteger.ZERO);
        for (int i = 0; i < input.items().size(); i++) {
            int shared = input.sharingOf(i);
            amounts[shared] = amounts[shared].add(
                    BigInteger.valueOf(input.items().get(i).amount().minor()));
        }
        for (int shared = 0; shared < amounts.length; shared++) {
            Sharing sharing = input.sharings().get(shared);
            BigFraction amount = BigFraction.of(amounts[shared]);
            if (sharing.size() == 1) {
                int bearer = sharing.members().get(0);
                added[bearer] = added[bearer].add(amount);
                continue;
            }
            CoalitionGame game = groups.game(sharing);
            BigFraction total = game.total();
            if (total.signum() <= 0) {
                throw BadInput.of("sharedRest", total, "costs.games.scrb");
            }
            List<BigFraction> marginal = SeparableCosts.marginal(game);
            for (int k = 0; k < sharing.size(); k++) {
                int party = sharing.members().get(k);
                added[party] = added[party].add(amount.multiply(marginal.get(k)).divide(total));
            }
        }
        Map<Party, Money> totals = new TreeMap<>();
        Money left = input.total();
        for (int party = 0; party < added.length; party++) {
            BigInteger nearest = nearest(added[party]);
            if (nearest.bitLength() > MOST_BITS) {
                throw BadInput.of("quotes", nearest, "costs.games.marginal");
            }
            Money rounded = new Money(nearest.longValueExact(), input.currency());
            totals.put(input.party(party), rounded);
            left = left.minus(rounded);
        }
        return new AddedCosts(totals, left);
    }

    private static BigInteger nearest(BigFraction minor) {
        return minor.bigDecimalValue(0, RoundingMode.HALF_UP).toBigInteger();
    }
}
