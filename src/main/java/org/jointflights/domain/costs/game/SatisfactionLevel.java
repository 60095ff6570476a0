package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One level of the nucleolus: change the division by y so that the least satisfied of the groups not yet settled is as
 * satisfied as possible, {@code max t} with {@code y(S) + share(|S|)·t ≤ satisfaction(S)}, {@code y(S) = 0} for settled
 * groups, and, where asked, {@code y_i ≤ satisfaction(i)}.
 *
 * <p>There are 2^n rows, but few of them bind. So the dual is solved, by the simplex method in whole numbers: a basis
 * holds n+1 rows, and the row to enter is the one broken most, found by looking at all groups. Nothing is rounded: at the
 * end every row is seen to hold, and the multipliers prove that t cannot be greater.
 */
final class SatisfactionLevel {

    private final int players;
    private final BigInteger[] satisfaction;
    private final IntUnaryOperator share;
    private final boolean aloneIsMost;
    private final Basis basis;
    /** Groups whose satisfaction follows from that of settled ones. */
    private final BitSet decided;

    /** The division's change for each party, then t: the prices of the dual, in units of 1/basis.determinant(). */
    private BigInteger[] change;

    /** {@code settled} are independent, fewer than parties, and include the group of all. */
    SatisfactionLevel(
            int players,
            BigInteger[] satisfaction,
            List<Integer> settled,
            IntUnaryOperator share,
            boolean aloneIsMost) {
        this.players = players;
        this.satisfaction = satisfaction;
        this.share = share;
        this.aloneIsMost = aloneIsMost;
        this.basis = new Basis(players);
        settled.forEach(group -> basis.start(new Basis.Row(group, 0, BigInteger.ZERO, true)));
        this.decided = basis.spannedGroups();
        // Changes of parties that are not yet decided sum to zero, so t is at most their mean satisfaction. A row
        // t ≤ something more than that is never tight in the end, but lets the method begin.
        BigInteger limit = null;
        for (int player = 0; player < players; player++) {
            int alone = 1 << player;
            if (!decided.get(alone)) {
                basis.start(new Basis.Row(alone, share.applyAsInt(1), satisfaction[alone], false));
                limit = limit == null ? satisfaction[alone] : limit.max(satisfaction[alone]);
            }
        }
        if (limit == null) {
            throw new IllegalArgumentException("the settled groups leave nothing to divide");
        }
        basis.begin(new Basis.Row(0, 1, limit.add(BigInteger.ONE), false));
        this.change = basis.prices();
    }

    /** Finds the greatest t. */
    void raise() {
        Basis.Row broken = mostBroken();
        while (broken != null) {
            basis.enter(broken);
            change = basis.prices();
            broken = mostBroken();
        }
    }

    /** Groups that cannot be satisfied more than now: rows with a positive multiplier, not every row that is tight. */
    List<Integer> newlySettled() {
        List<Integer> groups = new ArrayList<>();
        for (Basis.Row row : basis.positiveRows()) {
            groups.add(row.group());
        }
        return groups;
    }

    BigInteger change(int player) {
        return change[player];
    }

    BigInteger changeDenominator() {
        return BigInteger.valueOf(basis.determinant());
    }

    private Basis.@Nullable Row mostBroken() {
        BigInteger determinant = changeDenominator();
        BigInteger[] changes = sums(Arrays.copyOf(change, players));
        BigInteger[] required = new BigInteger[players + 1];
        for (int size = 1; size <= players; size++) {
            required[size] = change[players].multiply(BigInteger.valueOf(share.applyAsInt(size)));
        }
        BigInteger least = BigInteger.ZERO;
        Basis.Row broken = null;
        for (int group = 1; group < changes.length - 1; group++) {
            if (decided.get(group)) {
                continue;
            }
            int size = Integer.bitCount(group);
            BigInteger room = satisfaction[group].multiply(determinant).subtract(changes[group]);
            BigInteger left = room.subtract(required[size]);
            if (left.compareTo(least) < 0) {
                least = left;
                broken = new Basis.Row(group, share.applyAsInt(size), satisfaction[group], false);
            }
            if (aloneIsMost && size == 1 && room.compareTo(least) < 0) {
                least = room;
                broken = new Basis.Row(group, 0, satisfaction[group], false);
            }
        }
        return broken;
    }

    /** The sum over every group, by its bit mask. */
    static BigInteger[] sums(BigInteger[] values) {
        BigInteger[] sums = new BigInteger[1 << values.length];
        sums[0] = BigInteger.ZERO;
        for (int group = 1; group < sums.length; group++) {
            sums[group] = sums[group & (group - 1)].add(values[Integer.numberOfTrailingZeros(group)]);
        }
        return sums;
    }
}
