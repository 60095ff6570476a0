package org.jointflights.domain.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What flights add to a figure, and which of those that it is about are not counted, and why.
 */
public record Counted(
        Indicator indicator, List<Contribution> contributions, SortedMap<LeftOut, List<CountedFlight>> leftOut) {

    public Counted {
        contributions = List.copyOf(contributions);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /** The figure; of money one for each currency, which are never added up, and none where there is no money. */
    public List<IndicatorValue> values() {
        if (!indicator.unit().isMoney()) {
            return List.of(new IndicatorValue(indicator, null, contributions));
        }
        Map<String, List<Contribution>> byCurrency = new TreeMap<>();
        for (Contribution one : contributions) {
            Currency currency = one.currency();
            if (currency == null) {
                throw new IllegalStateException(
                        "money of no currency in " + one.flight().reference());
            }
            byCurrency
                    .computeIfAbsent(currency.getCurrencyCode(), unseen -> new ArrayList<>())
                    .add(one);
        }
        return byCurrency.entrySet().stream()
                .map(some -> new IndicatorValue(indicator, Currency.getInstance(some.getKey()), some.getValue()))
                .toList();
    }

    /** How many flights are not counted. */
    public int leftOutFlights() {
        return leftOut.values().stream().mapToInt(List::size).sum();
    }
}
