package org.jointflights.domain.costs.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The basis of the dual program of {@link SatisfactionLevel}: n+1 rows of the primal and the inverse of their matrix,
 * kept as whole numbers over its determinant (Edmonds 1967, Bareiss 1968). Row entries are 0, 1 and group sizes, so for
 * 15 parties the determinants stay small; anything else would stop with an overflow.
 */
final class Basis {

    /** {@code y(group) + share·t ≤ bound}, or {@code = bound} where fixed. */
    record Row(int group, int share, BigInteger bound, boolean fixed) {}

    private final int players;
    private final int size;
    private final Row[] rows;
    private final boolean[] filled;
    private long determinant = 1;
    /** The inverse, then the inverse times the first basis, which breaks ties between multipliers. */
    private long[][] inverse;

    Basis(int players) {
        this.players = players;
        this.size = players + 1;
        this.rows = new Row[size];
        this.filled = new boolean[size];
        this.inverse = new long[size][2 * size];
        for (int k = 0; k < size; k++) {
            inverse[k][k] = 1;
        }
    }

    /** Takes the row into the first basis unless its group depends on those already there. */
    void start(Row row) {
        long[] column = coordinates(row.group(), row.share());
        for (int k = 0; k < players; k++) {
            if (!filled[k] && column[k] != 0) {
                pivot(k, column);
                rows[k] = row;
                filled[k] = true;
                return;
            }
        }
    }

    /** A largest part of these groups of which none is a combination of the others; the first ones are kept. */
    static List<Integer> independent(int players, List<Integer> groups) {
        Basis basis = new Basis(players);
        groups.forEach(group -> basis.start(new Row(group, 0, BigInteger.ZERO, true)));
        return Arrays.stream(basis.rows)
                .filter(Objects::nonNull)
                .map(Row::group)
                .toList();
    }

    /** Completes the first basis with a row whose multiplier is one, all others being zero. */
    void begin(Row limit) {
        rows[players] = limit;
        for (int k = 0; k < size; k++) {
            inverse[k][size + k] = determinant;
        }
    }

    /** All groups that are combinations of the rows started so far. */
    BitSet spannedGroups() {
        BitSet spanned = new BitSet(1 << players);
        for (int group = 0; group < 1 << players; group++) {
            long[] column = coordinates(group, 0);
            boolean inside = true;
            for (int k = 0; k < players; k++) {
                inside &= filled[k] || column[k] == 0;
            }
            spanned.set(group, inside);
        }
        return spanned;
    }

    /**
     * Exchanges a row for one of the basis so that all multipliers stay non-negative; among equals the lexicographic
     * rule decides, under which the method cannot go in circles (Dantzig, Orden and Wolfe 1955).
     */
    void enter(Row row) {
        long[] column = coordinates(row.group(), row.share());
        int leaving = -1;
        for (int k = 0; k < size; k++) {
            if (!rows[k].fixed() && column[k] > 0 && (leaving < 0 || isSmaller(k, leaving, column))) {
                leaving = k;
            }
        }
        if (leaving < 0) {
            throw new IllegalStateException("no division satisfies the rows");
        }
        pivot(leaving, column);
        rows[leaving] = row;
    }

    private boolean isSmaller(int k, int other, long[] column) {
        for (int c = size - 1; c < 2 * size; c++) {
            int order = Long.compare(
                    Math.multiplyExact(inverse[k][c], column[other]), Math.multiplyExact(inverse[other][c], column[k]));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** The inverse times the row. */
    private long[] coordinates(int group, int share) {
        long[] column = new long[size];
        for (int k = 0; k < size; k++) {
            long sum = Math.multiplyExact(inverse[k][players], share);
            for (int rest = group; rest != 0; rest &= rest - 1) {
                sum = Math.addExact(sum, inverse[k][Integer.numberOfTrailingZeros(rest)]);
            }
            column[k] = sum;
        }
        return column;
    }

    private void pivot(int place, long[] column) {
        long[][] next = new long[size][];
        for (int k = 0; k < size; k++) {
            next[k] = k == place ? inverse[place] : eliminated(k, place, column);
        }
        inverse = next;
        determinant = column[place];
        if (determinant < 0) {
            determinant = -determinant;
            for (long[] line : inverse) {
                Arrays.setAll(line, c -> -line[c]);
            }
        }
    }

    private long[] eliminated(int k, int place, long[] column) {
        long[] line = new long[2 * size];
        for (int c = 0; c < line.length; c++) {
            // The division leaves no rest: every entry is a minor of the basis.
            line[c] = Math.subtractExact(
                            Math.multiplyExact(column[place], inverse[k][c]),
                            Math.multiplyExact(column[k], inverse[place][c]))
                    / determinant;
        }
        return line;
    }

    /** Bounds times inverse: the change y and t at which all rows of the basis are tight, over the determinant. */
    BigInteger[] prices() {
        BigInteger[] prices = new BigInteger[size];
        for (int c = 0; c < size; c++) {
            BigInteger price = BigInteger.ZERO;
            for (int k = 0; k < size; k++) {
                price = price.add(rows[k].bound().multiply(BigInteger.valueOf(inverse[k][c])));
            }
            prices[c] = price;
        }
        return prices;
    }

    /** Always positive. */
    long determinant() {
        return determinant;
    }

    /** Rows that are not fixed and have a positive multiplier. */
    List<Row> positiveRows() {
        List<Row> positive = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            if (!rows[k].fixed() && inverse[k][players] > 0) {
                positive.add(rows[k]);
            }
        }
        return positive;
    }
}
