package org.jointflights.application.costs;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.Quote;

/** The cost lines of every flight. */
public interface Budgets {

    /** In the order in which they were entered. */
    List<BudgetLine> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if the flight has no such line. */
    BudgetLine get(OperationReference reference, int position);

    /** Adds the line, or writes it anew. */
    void put(BudgetLine line);

    /** Writes those lines anew that have been converted into euro, all of one flight. */
    default void converted(List<BudgetLine> lines) {
        lines.forEach(this::put);
    }

    void remove(OperationReference reference, int position);

    /** What flights of their own would cost parties and groups, as quoted; by group. */
    List<Quote> quotes(OperationReference reference);

    /** Puts these in the place of all that are there. */
    void putQuotes(OperationReference reference, List<Quote> quotes);

    /** One more than the highest that the flight ever used. */
    int nextPosition(OperationReference reference);
}
