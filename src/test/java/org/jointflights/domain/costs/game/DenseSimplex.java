package org.jointflights.domain.costs.game;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A textbook two-phase simplex with free variables and Bland's rule, in fractions: an oracle for small programs. */
final class DenseSimplex {

    private final BigFraction[][] tableau;
    private final int[] basic;
    private final int columns;

    private DenseSimplex(int rows, int columns) {
        this.tableau = new BigFraction[rows][columns + 1];
        this.basic = new int[rows];
        this.columns = columns;
    }

    /** The greatest {@code objective · z} over free z with {@code row · z ≤ bound} (bound last); feasible and bounded. */
    static BigFraction maximum(List<BigFraction[]> rows, BigFraction[] objective) {
        int free = objective.length;
        int m = rows.size();
        // z = z⁺ − z⁻, one slack a row, one artificial variable for all rows with a negative bound.
        int artificial = 2 * free + m;
        DenseSimplex simplex = new DenseSimplex(m, artificial + 1);
        int worst = 0;
        for (int r = 0; r < m; r++) {
            BigFraction[] line = simplex.tableau[r];
            Arrays.fill(line, BigFraction.ZERO);
            for (int c = 0; c < free; c++) {
                line[c] = rows.get(r)[c];
                line[free + c] = rows.get(r)[c].negate();
            }
            line[2 * free + r] = BigFraction.ONE;
            line[artificial] = BigFraction.of(-1);
            line[artificial + 1] = rows.get(r)[free];
            simplex.basic[r] = 2 * free + r;
            worst = line[artificial + 1].compareTo(simplex.tableau[worst][artificial + 1]) < 0 ? r : worst;
        }
        BigFraction[] first = new BigFraction[artificial + 1];
        Arrays.fill(first, BigFraction.ZERO);
        first[artificial] = BigFraction.of(-1);
        if (simplex.tableau[worst][artificial + 1].signum() < 0) {
            simplex.pivot(worst, artificial);
            simplex.improve(first);
            if (simplex.value(first).signum() != 0) {
                throw new IllegalStateException("infeasible");
            }
            simplex.expel(artificial);
        }
        for (BigFraction[] line : simplex.tableau) {
            line[artificial] = BigFraction.ZERO;
        }
        BigFraction[] second = new BigFraction[artificial + 1];
        Arrays.fill(second, BigFraction.ZERO);
        for (int c = 0; c < free; c++) {
            second[c] = objective[c];
            second[free + c] = objective[c].negate();
        }
        simplex.improve(second);
        return simplex.value(second);
    }

    private void expel(int column) {
        for (int r = 0; r < basic.length; r++) {
            if (basic[r] == column) {
                for (int c = 0; c < column; c++) {
                    if (tableau[r][c].signum() != 0) {
                        pivot(r, c);
                        break;
                    }
                }
            }
        }
    }

    private BigFraction value(BigFraction[] objective) {
        BigFraction value = BigFraction.ZERO;
        for (int r = 0; r < basic.length; r++) {
            value = value.add(objective[basic[r]].multiply(tableau[r][columns]));
        }
        return value;
    }

    private void improve(BigFraction[] objective) {
        for (int entering = entering(objective); entering >= 0; entering = entering(objective)) {
            int leaving = -1;
            for (int r = 0; r < basic.length; r++) {
                if (tableau[r][entering].signum() > 0) {
                    int order = leaving < 0 ? -1 : ratio(r, entering).compareTo(ratio(leaving, entering));
                    if (order < 0 || (order == 0 && basic[r] < basic[leaving])) {
                        leaving = r;
                    }
                }
            }
            if (leaving < 0) {
                throw new IllegalStateException("unbounded");
            }
            pivot(leaving, entering);
        }
    }

    private BigFraction ratio(int row, int column) {
        return tableau[row][columns].divide(tableau[row][column]);
    }

    private int entering(BigFraction[] objective) {
        for (int c = 0; c < columns; c++) {
            BigFraction gain = objective[c];
            for (int r = 0; r < basic.length; r++) {
                if (objective[basic[r]].signum() != 0 && tableau[r][c].signum() != 0) {
                    gain = gain.subtract(objective[basic[r]].multiply(tableau[r][c]));
                }
            }
            if (gain.signum() > 0) {
                return c;
            }
        }
        return -1;
    }

    private void pivot(int row, int column) {
        BigFraction by = tableau[row][column];
        for (int c = 0; c <= columns; c++) {
            tableau[row][c] = tableau[row][c].divide(by);
        }
        for (int r = 0; r < tableau.length; r++) {
            BigFraction times = tableau[r][column];
            if (r != row && times.signum() != 0) {
                for (int c = 0; c <= columns; c++) {
                    if (tableau[row][c].signum() != 0) {
                        tableau[r][c] = tableau[r][c].subtract(times.multiply(tableau[row][c]));
                    }
                }
            }
        }
        basic[row] = column;
    }
}
