package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.List;

/**
 * The fewest transfers that level balances: as many as balances that are not zero, less the most groups that level among
 * themselves (Verhoeff 2004). Finding these groups is hard in general; up to twenty balances all are tried, beyond that
 * largest debtor and largest creditor are matched.
 */
public final class FewestTransfers {

    static final int MOST_EXACT = 20;

    /** By place in the array of balances; the amount is above zero. */
    public record Transfer(int from, int to, long amount) {}

    private FewestTransfers() {}

    /** The balances are not zero, add up to zero, and their absolute sum fits into 64 bits. */
    public static List<Transfer> of(long[] balances) {
        List<Transfer> transfers = new ArrayList<>();
        List<List<Integer>> groups = balances.length <= MOST_EXACT ? groups(balances) : List.of(all(balances.length));
        for (List<Integer> group : groups) {
            level(balances.clone(), group, transfers);
        }
        return transfers;
    }

    /**
     * {@code most[set]} is how many times, adding the members of the set one after the other in the best order, the sum
     * comes back to zero; going the way back gives the groups.
     */
    private static List<List<Integer>> groups(long[] balances) {
        int all = (1 << balances.length) - 1;
        long[] sums = new long[all + 1];
        byte[] most = new byte[all + 1];
        for (int set = 1; set <= all; set++) {
            int first = Integer.numberOfTrailingZeros(set);
            sums[set] = sums[set & (set - 1)] + balances[first];
            int best = 0;
            for (int rest = set; rest != 0; rest &= rest - 1) {
                best = Math.max(best, most[set ^ Integer.lowestOneBit(rest)]);
            }
            most[set] = (byte) (best + (sums[set] == 0 ? 1 : 0));
        }
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int set = all; set != 0; ) {
            int without = bestWithout(set, most);
            group.add(Integer.numberOfTrailingZeros(set ^ without));
            set = without;
            if (sums[set] == 0) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        return groups;
    }

    private static int bestWithout(int set, byte[] most) {
        int best = set & (set - 1);
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int without = set ^ Integer.lowestOneBit(rest);
            best = most[without] > most[best] ? without : best;
        }
        return best;
    }

    /** Largest debtor to largest creditor, again and again: each transfer levels at least one of the two. */
    private static void level(long[] open, List<Integer> group, List<Transfer> transfers) {
        while (true) {
            int debtor = group.get(0);
            int creditor = group.get(0);
            for (int party : group) {
                // A group is in the order of its places, so that of equal balances the first one is taken.
                debtor = open[party] < open[debtor] ? party : debtor;
                creditor = open[party] > open[creditor] ? party : creditor;
            }
            if (open[debtor] == 0) {
                return;
            }
            long amount = Math.min(-open[debtor], open[creditor]);
            transfers.add(new Transfer(debtor, creditor, amount));
            open[debtor] += amount;
            open[creditor] -= amount;
        }
    }

    private static List<Integer> all(int size) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(i);
        }
        return all;
    }
}
