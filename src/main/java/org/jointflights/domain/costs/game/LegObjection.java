package org.jointflights.domain.costs.game;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The strongest objection where every amount is a cost: choosing the group whose shares exceed its costs by most is
 * project selection (Rhys 1970; Picard 1976). Shares flow from parties to the costs they cause, no cost taking more than
 * its amount; when nothing more can flow (Edmonds and Karp 1972), those whose shares are not used up, and whoever shares
 * a cost with them, are the group.
 */
final class LegObjection {

    private static final int NOBODY = -1;

    private final HittingGame game;
    private final int players;
    private final BigFraction[] unused;
    private final BigFraction[] open;
    private final BigFraction[][] flow;
    /** How the search came to a party and to a cost: the number of the other side. */
    private final int[] costBefore;

    private final int[] partyBefore;

    private LegObjection(HittingGame game, List<BigFraction> shares) {
        this.game = game;
        this.players = game.players();
        this.unused = shares.stream()
                .map(share -> share.signum() > 0 ? share : BigFraction.ZERO)
                .toArray(BigFraction[]::new);
        this.open = game.costs().stream().map(HittingCost::amount).toArray(BigFraction[]::new);
        this.flow = new BigFraction[players][open.length];
        for (BigFraction[] row : flow) {
            Arrays.fill(row, BigFraction.ZERO);
        }
        this.costBefore = new int[players];
        this.partyBefore = new int[open.length];
    }

    /** The group with the least cost less shares; empty if none is below zero. */
    static long strongest(HittingGame game, List<BigFraction> shares) {
        LegObjection search = new LegObjection(game, shares);
        int cost = search.nextOpenCost();
        while (cost != NOBODY) {
            search.push(cost);
            cost = search.nextOpenCost();
        }
        return search.reached();
    }

    /** Breadth first from every party with shares left; the first cost found that is not yet covered. */
    private int nextOpenCost() {
        Arrays.fill(costBefore, NOBODY);
        Arrays.fill(partyBefore, NOBODY);
        Deque<Integer> queue = new ArrayDeque<>();
        for (int player = 0; player < players; player++) {
            if (unused[player].signum() > 0) {
                costBefore[player] = open.length;
                queue.add(player);
            }
        }
        while (!queue.isEmpty()) {
            int player = queue.remove();
            for (int cost = 0; cost < open.length; cost++) {
                if (Coalition.contains(game.set(cost), player) && partyBefore[cost] == NOBODY) {
                    partyBefore[cost] = player;
                    if (open[cost].signum() > 0) {
                        return cost;
                    }
                    for (int other = 0; other < players; other++) {
                        if (flow[other][cost].signum() > 0 && costBefore[other] == NOBODY) {
                            costBefore[other] = cost;
                            queue.add(other);
                        }
                    }
                }
            }
        }
        return NOBODY;
    }

    /** Sends as much as possible along the way the search came. */
    private void push(int last) {
        BigFraction amount = open[last];
        int player = partyBefore[last];
        while (costBefore[player] != open.length) {
            amount = least(amount, flow[player][costBefore[player]]);
            player = partyBefore[costBefore[player]];
        }
        amount = least(amount, unused[player]);
        unused[player] = unused[player].subtract(amount);
        open[last] = open[last].subtract(amount);
        int cost = last;
        while (cost != open.length) {
            int payer = partyBefore[cost];
            flow[payer][cost] = flow[payer][cost].add(amount);
            cost = costBefore[payer];
            if (cost != open.length) {
                flow[payer][cost] = flow[payer][cost].subtract(amount);
            }
        }
    }

    private static BigFraction least(BigFraction a, BigFraction b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private long reached() {
        long group = 0;
        for (int player = 0; player < players; player++) {
            if (costBefore[player] != NOBODY) {
                group |= 1L << player;
            }
        }
        return group;
    }
}
