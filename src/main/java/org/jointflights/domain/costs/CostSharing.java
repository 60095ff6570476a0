package org.jointflights.domain.costs;

import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.game.Nucleolus;

/** Divides the cost of a flight: begin reading here. Every function is pure; the same input gives the same answer. */
public final class CostSharing {

    /** Eight ways of sharing among fifteen parties: some seconds. */
    private static final long MOST_GROUPS = 8L << Nucleolus.MOST_PLAYERS;

    private CostSharing() {}

    /** What was posted, and the fractions of a cent that the parties take along to their next flight. */
    public record Posted(CostShares shares, CarryAccounts accounts) {}

    /**
     * The shares of an input, item by item, each rounded once to whole cents that add up to the item. Without a memory:
     * for budgets, previews and the statement that is signed. Throws {@link BadInput} where the weights of a key are all
     * zero, or the key asks for a route, a distance or a quote that the input lacks, and {@link TooMuch} where too many groups would
     * have to be looked at.
     */
    public static CostShares share(CostInput input) {
        Proportions[] proportions = proportions(input);
        List<CostItem> items = input.items();
        ItemShares[] shares = new ItemShares[items.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = ItemShares.of(items.get(i), proportions[input.sharingOf(i)]);
        }
        return new CostShares(input, shares);
    }

    /**
     * The final posting: as {@link #share}, but the fractions of a cent that earlier postings of exactly the same parties
     * left over are counted in, and what is left over now is carried on. Throws as {@link #share} does.
     */
    public static Posted post(CostInput input, CarryAccounts accounts) {
        Proportions[] proportions = proportions(input);
        List<CostItem> items = input.items();
        ItemShares[] shares = new ItemShares[items.size()];
        CarryAccounts carried = accounts;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = ItemShares.carrying(items.get(i), proportions[input.sharingOf(i)], carried);
            carried = shares[i].carriedOn(carried);
        }
        return new Posted(new CostShares(input, shares), carried);
    }

    /** Each way of sharing that looks at every group of its sharers does so many times. */
    private static void requireLittleWork(CostInput input, KeyProportions dividing) {
        long groups = input.sharings().stream()
                .filter(dividing::looksAtGroups)
                .mapToLong(sharing -> 1L << Math.min(sharing.size(), Nucleolus.MOST_PLAYERS))
                .sum();
        if (groups > MOST_GROUPS) {
            throw TooMuch.of("costs.groups.tooMuch", groups, MOST_GROUPS);
        }
    }

    private static Proportions[] proportions(CostInput input) {
        KeyProportions dividing = new KeyProportions(input);
        requireLittleWork(input, dividing);
        return input.sharings().stream().map(dividing::by).toArray(Proportions[]::new);
    }
}
