package org.jointflights.application.figures;

import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.Indicator;

/** What the flights on record add to each figure. */
public interface IndicatorCounts {

    /** What the flights that are asked for add to it. */
    Counted of(Indicator indicator, FigureFilter filter);

    /** How many of the flights that are asked for left, were cancelled, and are still to leave or were given up. */
    Fates fates(FigureFilter filter);

    /** Where flights go, by name. */
    List<String> destinations();

    /** Who organises flights, by code. */
    List<Party> organisers();

    /** What became of so many flights. */
    record Fates(int left, int cancelled, int others) {

        /** All of them. */
        public int all() {
            return left + cancelled + others;
        }
    }
}
