package org.jointflights.domain.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A figure with everything that is added up to it.
 *
 * @param currency of money; nothing for what is none
 */
public record IndicatorValue(Indicator indicator, @Nullable Currency currency, List<Contribution> contributions) {

    private static final Comparator<CountedFlight> BY_DAY = Comparator.comparing(CountedFlight::day)
            .thenComparing(flight -> flight.reference().value());

    public IndicatorValue {
        contributions = List.copyOf(contributions);
    }

    /** All that is above the line. */
    public BigInteger above() {
        return sum(Contribution::above);
    }

    /** All that is below the line. */
    public BigInteger below() {
        return sum(Contribution::below);
    }

    /** The figure, rounded; nothing where something would be divided by nothing. */
    public Optional<BigDecimal> value() {
        return indicator.unit().of(above(), below(), decimalsOfCurrency());
    }

    /** How many decimals the figure is rounded to. */
    public int decimals() {
        return indicator.unit().decimals(decimalsOfCurrency());
    }

    /** How many flights are counted. */
    public int flights() {
        return (int) contributions.stream()
                .map(counted -> counted.flight().reference())
                .distinct()
                .count();
    }

    /** The same figure for each of its flights, in the order of their days. */
    public List<IndicatorValue> byFlight() {
        return List.copyOf(by(Contribution::flight, BY_DAY).values());
    }

    /** The same figure for each of what its contributions are told apart by. */
    public <K extends Comparable<? super K>> SortedMap<K, IndicatorValue> by(Function<Contribution, K> part) {
        return by(part, Comparator.naturalOrder());
    }

    private <K> SortedMap<K, IndicatorValue> by(Function<Contribution, K> part, Comparator<? super K> order) {
        SortedMap<K, List<Contribution>> parts = new TreeMap<>(order);
        for (Contribution one : contributions) {
            parts.computeIfAbsent(part.apply(one), unseen -> new ArrayList<>()).add(one);
        }
        SortedMap<K, IndicatorValue> values = new TreeMap<>(order);
        parts.forEach((key, some) -> values.put(key, new IndicatorValue(indicator, currency, some)));
        return values;
    }

    private BigInteger sum(ToLongFunction<Contribution> part) {
        BigInteger sum = BigInteger.ZERO;
        for (Contribution one : contributions) {
            sum = sum.add(BigInteger.valueOf(part.applyAsLong(one)));
        }
        return sum;
    }

    private int decimalsOfCurrency() {
        return currency == null ? 0 : currency.getDefaultFractionDigits();
    }
}
