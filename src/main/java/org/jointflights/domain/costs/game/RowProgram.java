package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A linear program of few variables and very many rows, of which only those that are broken are ever named: {@code max objective·z}
 * with {@code of·z ≤ most}, or {@code =} where exact. Solved by the dual simplex method in fractions: a basis holds as many rows as
 * there are variables, with multipliers that prove that nothing greater is possible; at the end no row is broken. Ties are decided
 * by the lexicographic rule, under which the method cannot go in circles (Dantzig, Orden and Wolfe 1955).
 */
final class RowProgram {

    /** {@code of·z ≤ most}, or {@code = most} where exact. */
    static final class Row {

        private final BigFraction[] of;
        private final BigFraction most;
        private final boolean exact;

        Row(BigFraction[] of, BigFraction most, boolean exact) {
            this.of = of;
            this.most = most;
            this.exact = exact;
        }

        /** What the {@code i}th variable counts for. */
        BigFraction of(int i) {
            return of[i];
        }

        /** By how much the point breaks it; zero or less where it does not. */
        BigFraction excess(BigFraction[] point) {
            return product(of, point).subtract(most);
        }
    }

    private final int size;
    private final @Nullable Row[] rows;
    /** The inverse of the rows of the basis. */
    private final BigFraction[][] inverse;

    /** The multipliers of the rows, then those that break ties between them. */
    private BigFraction[][] multipliers = {};

    RowProgram(int variables) {
        this.size = variables;
        this.rows = new Row[variables];
        this.inverse = identity(variables);
    }

    /** Takes the row into the first basis; false where it depends on those already there. */
    boolean start(Row row) {
        BigFraction[] places = places(row);
        for (int k = 0; k < size; k++) {
            if (rows[k] == null && places[k].signum() != 0) {
                pivot(inverse, k, places);
                rows[k] = row;
                return true;
            }
        }
        return false;
    }

    /** Begins with the rows taken so far, as many as variables; the multipliers of those that are not exact must be zero or more. */
    void begin(BigFraction[] objective) {
        multipliers = new BigFraction[size + 1][];
        multipliers[0] = new BigFraction[size];
        for (int k = 0; k < size; k++) {
            int place = k;
            multipliers[0][k] = product(
                    objective, Arrays.stream(inverse).map(line -> line[place]).toArray(BigFraction[]::new));
        }
        System.arraycopy(identity(size), 0, multipliers, 1, size);
    }

    /** Exchanges a broken row for one of the basis; false where no point can satisfy it together with them. */
    boolean enter(Row broken) {
        BigFraction[] places = places(broken);
        int leaving = -1;
        for (int k = 0; k < size; k++) {
            if (!row(k).exact && places[k].signum() > 0 && (leaving < 0 || isSmaller(k, leaving, places))) {
                leaving = k;
            }
        }
        if (leaving < 0) {
            return false;
        }
        pivot(multipliers, leaving, places);
        pivot(inverse, leaving, places);
        rows[leaving] = broken;
        return true;
    }

    /** Where all rows of the basis are tight. */
    BigFraction[] point() {
        BigFraction[] most = new BigFraction[size];
        Arrays.setAll(most, k -> row(k).most);
        return Arrays.stream(inverse).map(line -> product(line, most)).toArray(BigFraction[]::new);
    }

    /** Rows that are not exact and have a positive multiplier: tight at every best point. */
    List<Row> carrying() {
        List<Row> carrying = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            if (!row(k).exact && multipliers[0][k].signum() > 0) {
                carrying.add(row(k));
            }
        }
        return carrying;
    }

    private Row row(int k) {
        return Objects.requireNonNull(rows[k]);
    }

    private boolean isSmaller(int k, int other, BigFraction[] places) {
        for (BigFraction[] line : multipliers) {
            int order = line[k].multiply(places[other]).compareTo(line[other].multiply(places[k]));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** The row as a combination of those of the basis. */
    private BigFraction[] places(Row row) {
        BigFraction[] places = new BigFraction[size];
        Arrays.fill(places, BigFraction.ZERO);
        for (int c = 0; c < size; c++) {
            if (row.of(c).signum() != 0) {
                for (int k = 0; k < size; k++) {
                    places[k] = places[k].add(row.of(c).multiply(inverse[c][k]));
                }
            }
        }
        return places;
    }

    private static void pivot(BigFraction[][] lines, int place, BigFraction[] places) {
        for (BigFraction[] line : lines) {
            if (line[place].signum() == 0) {
                continue;
            }
            BigFraction times = line[place].divide(places[place]);
            for (int k = 0; k < line.length; k++) {
                line[k] = k == place ? times : line[k].subtract(times.multiply(places[k]));
            }
        }
    }

    static BigFraction product(BigFraction[] one, BigFraction[] other) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < one.length; i++) {
            if (one[i].signum() != 0 && other[i].signum() != 0) {
                sum = sum.add(one[i].multiply(other[i]));
            }
        }
        return sum;
    }

    private static BigFraction[][] identity(int size) {
        BigFraction[][] identity = new BigFraction[size][size];
        for (int k = 0; k < size; k++) {
            Arrays.fill(identity[k], BigFraction.ZERO);
            identity[k][k] = BigFraction.ONE;
        }
        return identity;
    }
}
